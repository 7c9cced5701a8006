package futures.backtest.strategy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a configuration of the live bot means for a backtest.
 *
 * @param name        that orders select it by
 * @param file        that it was read from
 * @param text        of the file
 * @param hash        SHA-256 of the text
 * @param description null when it has none
 * @param symbol      product that it trades; null when it does not say
 * @param values      parameters of a run: those of the host by their names, those of the script with dots for groups
 * @param warnings    what of it is not used
 */
public record BotConfiguration(
        String name,
        String file,
        String text,
        String hash,
        String description,
        String symbol,
        Map<String, Object> values,
        List<String> warnings) {
    public BotConfiguration {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        warnings = List.copyOf(warnings);
    }
}
