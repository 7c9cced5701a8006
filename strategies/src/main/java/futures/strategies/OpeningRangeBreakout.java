package futures.strategies;

import futures.model.Exit;
import futures.model.Order;
import futures.model.Side;
import futures.model.TickGrid;
import futures.model.bars.Hours;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.DoubleParameter;
import futures.strategy.IntParameter;
import futures.strategy.OpeningRangeLines;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.time.LocalDate;

/**
 * Trades the first move out of the day's opening range, once a day: when the first minutes of the contract's regular hours are
 * over, a stop order waits a tick beyond each edge, and whichever fills cancels the other. The protective stop is a tick beyond the
 * opposite edge, the target a multiple of the range; what is left is closed before regular hours end. Where a
 * contract has no regular hours, its whole trading day counts.
 *
 * <p>Source: Toby Crabel, <i>Day Trading with Short Term Price Patterns and Opening Range Breakout</i>, 1990. His
 * stops wait a stretch beyond the edges of the opening range, as far as the last ten opens were from the nearer extreme of their days on average, and
 * the one that is left protects the other. The tick, the minutes and the target are not his.
 */
public final class OpeningRangeBreakout extends Strategy {
    private final IntParameter minutes = integer("range_minutes", 30, 5, 120, 5, "minutes of the opening range");
    private final DoubleParameter target =
            decimal("target_ranges", 1.5, 0, 10, 0.5, "distance of the target in heights of the range, 0 for none");
    private final IntParameter flatten =
            integer("flatten_minutes", 5, 0, 120, 5, "minutes before the session's end at which all is closed");
    private final IntParameter contracts = integer("contracts", 1, 1, 1000, 1, "contracts per trade");

    private OpeningRangeLines range;
    private TickGrid ticks;
    private LocalDate traded;

    @Override
    public String description() {
        return "First move out of the opening range of regular hours, once a day, flat before they end";
    }

    @Override
    protected void start(Setup setup) {
        boolean regular = setup.contract().regularHours() != null;
        setup.session(regular ? Hours.REGULAR : Hours.ALL, flatten.value());
        range = regular ? setup.regularOpeningRange(minutes.value()) : setup.openingRange(minutes.value());
        ticks = setup.contract().ticks();
    }

    @Override
    protected void onBar(Bars bars, Broker broker) {
        double high = range.high().now();
        double low = range.low().now();
        if (!bars.inSession() || Double.isNaN(high) || bars.tradingDay().equals(traded)) {
            return;
        }
        traded = bars.tradingDay();
        double above = ticks.price(ticks.ceil(high) + 1);
        double below = ticks.price(ticks.floor(low) - 1);
        int distance = (int) Math.round(target.value() * (ticks.ceil(high) - ticks.floor(low)));
        broker.sendOneCancelsOther(
                Order.stop(Side.LONG, contracts.value(), above)
                        .withStop(new Exit.At(below))
                        .withTarget(distance),
                Order.stop(Side.SHORT, contracts.value(), below)
                        .withStop(new Exit.At(above))
                        .withTarget(distance));
    }

    @Override
    protected void onSessionEnd(Bars bars, Broker broker) {
        broker.flatten();
    }
}
