package futures.engine;

import futures.model.ExitReason;
import futures.model.FillRule;
import futures.model.OrderType;
import futures.model.Side;
import futures.model.TimeInForce;

/**
 * An order from its sending to its end.
 *
 * @param id            1, 2, 3 … in the order of sending
 * @param entryOrder    the entry that a bracket's leg protects; null for an order that the strategy sent itself
 * @param role          {@code ORDER} for one that the strategy sent; otherwise what the engine did with it: the leg of a
 *                      bracket, of a roll, a liquidation
 * @param contracts     as sent
 * @param price         limit, stop or touch price on the tick grid as it last stood, or as it was sent when refused; NaN for
 *                      an order without one
 * @param limitPrice    of a stop-limit order, as sent or moved by a roll; NaN for the others
 * @param lasting       how long it was to work
 * @param sentTime      close time of the bar at which it was sent, or open time of the bar in which its entry filled;
 *                      epoch milliseconds UTC
 * @param doneTime      open time of the bar in which it filled, or close time of the one at which it was cancelled or
 *                      refused; null while it works
 * @param reason        why it was cancelled or refused, or how its price was rounded; empty otherwise
 * @param filled        contracts filled
 * @param fillPrice     slippage included, the mean of several fills; null when nothing filled
 * @param rule          of the last fill; null when nothing filled
 * @param slippageTicks ticks by which slippage made the price of the last fill worse
 */
public record OrderLife(
        int id,
        Integer entryOrder,
        ExitReason role,
        Side side,
        OrderType type,
        int contracts,
        double price,
        double limitPrice,
        TimeInForce lasting,
        boolean reduceOnly,
        String tag,
        long sentTime,
        OrderStatus status,
        Long doneTime,
        String reason,
        int filled,
        Double fillPrice,
        FillRule rule,
        int slippageTicks) {}
