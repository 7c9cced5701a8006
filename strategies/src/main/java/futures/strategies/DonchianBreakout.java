package futures.strategies;

import futures.model.ContractSpec;
import futures.model.Order;
import futures.model.Side;
import futures.strategy.BandLines;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.DoubleParameter;
import futures.strategy.IntParameter;
import futures.strategy.Line;
import futures.strategy.Setup;
import futures.strategy.Strategy;

/**
 * Follows breakouts of the Donchian channel: long when a bar closes above the highest high of the bars before it, short when
 * it closes below the lowest low. A position ends at a close beyond the opposite side of a shorter channel, or at a stop a
 * multiple of the average true range from its entry.
 *
 * <p>Source: Curtis Faith, <i>Way of the Turtle</i>, 2007, after the channels of Richard Donchian: 20 bars in, 10 bars out, a
 * stop two average true ranges away. The Turtles traded days and entered at the breakout itself; here it is the close.
 */
public final class DonchianBreakout extends Strategy {
    private final IntParameter entry =
            integer("entry_period", 20, 5, 200, 5, "bars in the channel that is broken out of");
    private final IntParameter exit =
            integer("exit_period", 10, 2, 200, 2, "bars in the channel that ends a position, at most entry_period");
    private final DoubleParameter stop =
            decimal("stop_atr", 2, 0.5, 10, 0.5, "distance of the stop in average true ranges of 20 bars");
    private final IntParameter contracts = integer("contracts", 1, 1, 1000, 1, "contracts per trade");

    private BandLines wide;
    private BandLines tight;
    private Line atr;
    private ContractSpec contract;

    public DonchianBreakout() {
        requireAtMost(exit, entry);
    }

    @Override
    public String description() {
        return "Breakout of a channel of highs and lows, held until a shorter channel breaks";
    }

    @Override
    protected void start(Setup setup) {
        wide = setup.donchian(entry.value());
        tight = setup.donchian(exit.value());
        atr = setup.atr(20);
        contract = setup.contract();
        setup.warmUp(Math.max(entry.value(), 20) + 1);
    }

    @Override
    protected void onBar(Bars bars, Broker broker) {
        double close = bars.close();
        if (close > wide.upper().ago(1) && broker.position() <= 0) {
            turn(Side.LONG, broker);
        } else if (close < wide.lower().ago(1) && broker.position() >= 0) {
            turn(Side.SHORT, broker);
        } else if ((broker.position() > 0 && close < tight.lower().ago(1))
                || (broker.position() < 0 && close > tight.upper().ago(1))) {
            broker.close();
        }
    }

    private void turn(Side side, Broker broker) {
        broker.close();
        int ticks = (int) Math.max(1, contract.ticks().ceil(stop.value() * atr.now()));
        broker.send(Order.market(side, contracts.value()).withStop(ticks));
    }
}
