package futures.engine;

import futures.model.Side;

/**
 * Contracts still held after the last bar.
 *
 * @param entryTime  open time of the bar of entry, epoch milliseconds UTC
 * @param entryPrice slippage included; of the contract in which it was entered
 * @param markPrice  the last close on the tick grid, at which it is valued
 * @param openGain   gain at that price before costs, that of contracts from which it was carried over included
 * @param costs      commission and fees paid for the entry and for rolls
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
