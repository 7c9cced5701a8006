package futures.wire.backtest;

import java.util.List;
import java.util.Map;

/**
 * A configuration of the live bot for a script.
 *
 * @param name        that an order selects it by, as {@code bot}
 * @param file        inside the strategies directory
 * @param status      as of a strategy: ready; outdated when the file has errors and what it said before holds; error
 * @param warnings    what of the file is not used
 * @param description of the file; null when there is none
 * @param symbol      product that runs use unless an order names a symbol; null when the file does not say
 * @param contentHash SHA-256 of the file that holds; null when none does
 * @param parameters  that a run with it is given
 */
public record BotInfo(
        String name,
        String file,
        String status,
        List<StrategyError> errors,
        List<String> warnings,
        String description,
        String symbol,
        String contentHash,
        Map<String, Object> parameters) {}
