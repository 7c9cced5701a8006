package futures.wire.backtest;

import java.util.List;

/**
 * Text of one file of a strategy as it is now, whether or not it is right.
 *
 * @param file     path in the strategies directory; of a shipped strategy the name of its source
 * @param language {@code java}, {@code javascript}, {@code json} or {@code yaml}
 * @param hash     SHA-256 of the file in lower-case hexadecimal, as {@code ETag} and {@code If-Match} have it
 * @param editable whether an upload may replace it
 * @param files    all that can be asked for by {@code file}, the strategy's own file first
 */
public record StrategyText(
        String strategyName,
        String file,
        String language,
        String source,
        String hash,
        boolean editable,
        List<String> files) {}
