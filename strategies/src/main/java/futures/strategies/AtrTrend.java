package futures.strategies;

import futures.model.Order;
import futures.model.Side;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.DoubleParameter;
import futures.strategy.IntParameter;
import futures.strategy.Line;
import futures.strategy.Setup;
import futures.strategy.Strategy;

/**
 * Follows the trend and adds to it while it lasts. It turns around when the close is a multiple of the average true range away
 * from the most favourable close since the last turn; whenever the close has come a further part of that range its way, it
 * adds another unit, up to a limit. The first trend begins with the first such distance from the lowest or highest close.
 *
 * <p>Sources: J. Welles Wilder, <i>New Concepts in Technical Trading Systems</i>, 1978, whose Volatility System turns around three
 * average true ranges of 7 bars from the extreme close; Curtis Faith, <i>Way of the Turtle</i>, 2007, where a unit is added
 * every half average true range, up to four.
 */
public final class AtrTrend extends Strategy {
    private final IntParameter period = integer("atr_period", 7, 2, 50, 1, "bars in the average true range");
    private final DoubleParameter turn = decimal(
            "turn_atr", 3, 0.5, 10, 0.5, "distance from the extreme close that turns it around, in such ranges");
    private final IntParameter units = integer("units", 4, 1, 10, 1, "most units that are held");
    private final DoubleParameter add =
            decimal("add_atr", 0.5, 0.1, 5, 0.1, "move since the last unit that adds another one, in such ranges");
    private final IntParameter contracts = integer("contracts", 1, 1, 1000, 1, "contracts per unit");

    private Line atr;
    /** 1 in an upward trend, −1 in a downward one, 0 before the first. */
    private int trend;

    private double highest = Double.NEGATIVE_INFINITY;
    private double lowest = Double.POSITIVE_INFINITY;
    private double lastUnit;

    @Override
    public String description() {
        return "Stop and reverse by average true range, adding units while the trend goes on";
    }

    @Override
    protected void start(Setup setup) {
        atr = setup.atr(period.value());
        setup.warmUp(period.value() + 1);
    }

    @Override
    protected void onBar(Bars bars, Broker broker) {
        double close = bars.close();
        highest = Math.max(highest, close);
        lowest = Math.min(lowest, close);
        double distance = turn.value() * atr.now();
        if (trend <= 0 && close >= lowest + distance && close > lowest) {
            begin(1, close, broker);
        } else if (trend >= 0 && close <= highest - distance && close < highest) {
            begin(-1, close, broker);
        } else if (trend * (close - lastUnit) >= add.value() * atr.now()
                && trend * broker.position() > 0
                && Math.abs(broker.position()) < units.value() * contracts.value()) {
            unit(close, broker);
        }
    }

    private void begin(int direction, double close, Broker broker) {
        trend = direction;
        highest = close;
        lowest = close;
        broker.close();
        unit(close, broker);
    }

    private void unit(double close, Broker broker) {
        lastUnit = close;
        broker.send(Order.market(trend > 0 ? Side.LONG : Side.SHORT, contracts.value()));
    }
}
