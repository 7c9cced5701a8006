package futures.wire.data;

import java.util.List;

/**
 * Bars of one series as JSON.
 *
 * @param count  bars in this answer
 * @param stored bars of the whole series
 */
public record BarsAnswer(
        String symbol,
        String timeframe,
        String product,
        boolean synthetic,
        String adjustment,
        long stored,
        long count,
        List<BarMessage> data) {}
