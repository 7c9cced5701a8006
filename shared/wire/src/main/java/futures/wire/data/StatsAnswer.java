package futures.wire.data;

import java.time.Instant;
import java.util.List;

/** What the store holds, from the headers of the series alone. */
public record StatsAnswer(long records, int symbols, int contracts, long bytesOnDisk, List<SymbolStats> bySymbol) {
    /**
     * One symbol.
     *
     * @param earliest open time of its oldest bar in any timeframe
     */
    public record SymbolStats(
            String symbol,
            long records,
            Instant earliest,
            Instant latest,
            List<String> timeframes,
            boolean synthetic) {}
}
