package futures.engine;

import futures.model.Side;

/**
 * Contracts still held after the last bar.
 *
 * @param entryTime open time of the bar of entry, epoch milliseconds UTC
 * @param markPrice the last close on the tick grid, at which it is valued
 * @param openGain  gain at that price before costs
 * @param costs     commission and fees paid for the entry
 */
public record OpenPosition(
        Side side,
        int contracts,
        int entryOrder,
        long entryTime,
        double entryPrice,
        double markPrice,
        double openGain,
        double costs) {}
