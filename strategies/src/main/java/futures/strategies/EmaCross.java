package futures.strategies;

import futures.model.Order;
import futures.model.Side;
import futures.model.Trail;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.ChoiceParameter;
import futures.strategy.DoubleParameter;
import futures.strategy.IntParameter;
import futures.strategy.Line;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.util.List;

/**
 * Follows the trend by the cross of two exponential moving averages of closes: long while the fast one is above the slow one,
 * short while it is below, turning around at each cross. A stop that trails by a multiple of the average true range may
 * close the position before; it then waits for the next cross.
 *
 * <p>Source: Gerald Appel, <i>Technical Analysis: Power Tools for Active Investors</i>, 2005. The averages of 12 and 26 bars
 * are those of his MACD, which is zero where they cross. The trailing stop is not his.
 */
public final class EmaCross extends Strategy {
    private static final int ATR_PERIOD = 14;

    private final IntParameter fast = integer("fast_period", 12, 2, 100, 2, "bars in the fast average");
    private final IntParameter slow =
            integer("slow_period", 26, 5, 400, 5, "bars in the slow average, above fast_period");
    private final DoubleParameter trail = decimal(
            "trail_atr", 3, 0, 20, 1, "distance of the trailing stop in average true ranges of 14 bars, 0 for none");
    private final ChoiceParameter sides =
            choice("sides", List.of("both", "long", "short"), "which side of the market is traded");
    private final IntParameter contracts = integer("contracts", 1, 1, 1000, 1, "contracts per trade");

    private Line quick;
    private Line calm;

    public EmaCross() {
        requireBelow(fast, slow);
    }

    @Override
    public String description() {
        return "Cross of two exponential moving averages, turning around, with a trailing stop";
    }

    @Override
    protected void start(Setup setup) {
        quick = setup.ema(fast.value());
        calm = setup.ema(slow.value());
        setup.warmUp(ATR_PERIOD + 1);
        setup.callOnlyAtCrosses(quick, calm);
    }

    @Override
    protected void onBar(Bars bars, Broker broker) {
        if (quick.crossesAbove(calm)) {
            turn(Side.LONG, broker);
        } else if (quick.crossesBelow(calm)) {
            turn(Side.SHORT, broker);
        }
    }

    private void turn(Side side, Broker broker) {
        broker.close();
        if (sides.value().equals(side == Side.LONG ? "short" : "long")) {
            return;
        }
        Order entry = Order.market(side, contracts.value());
        broker.send(trail.value() > 0 ? entry.withTrailingStop(new Trail.Atr(ATR_PERIOD, trail.value())) : entry);
    }
}
