package futures.wire.data;

import java.time.Instant;
import java.util.List;

/**
 * A stored series and where it came from.
 *
 * @param product    symbol of its contract spec; null when not known
 * @param synthetic  whether a generator made it: no result on it says anything about a market
 * @param adjustment how its contract months were joined: none, difference, ratio, unknown
 * @param first      open time of the oldest bar
 * @param revision   changes with its bars
 * @param files      imported files
 */
public record SeriesMessage(
        String symbol,
        String timeframe,
        String product,
        String source,
        boolean synthetic,
        String adjustment,
        long bars,
        Instant first,
        Instant last,
        String revision,
        Instant updatedAt,
        String href,
        List<ImportedFile> files) {}
