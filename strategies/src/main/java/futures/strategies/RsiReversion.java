package futures.strategies;

import futures.model.ContractSpec;
import futures.model.Order;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.DoubleParameter;
import futures.strategy.IntParameter;
import futures.strategy.Line;
import futures.strategy.Setup;
import futures.strategy.Strategy;

/**
 * Trades the return from an extreme: long when the relative strength index comes back above its oversold level, short when
 * it comes back below its overbought level, out when it has reached the middle. A stop a multiple of the average true
 * range away bounds what a trend costs.
 *
 * <p>Source: J. Welles Wilder, <i>New Concepts in Technical Trading Systems</i>, 1978, which has the index, its 14 bars and
 * the levels of 30 and 70. Exit and stop are not his.
 */
public final class RsiReversion extends Strategy {
    private final IntParameter period = integer("rsi_period", 14, 2, 50, 2, "bars in the relative strength index");
    private final DoubleParameter oversold =
            decimal("oversold", 30, 5, 50, 5, "level below which the market is oversold, below overbought");
    private final DoubleParameter overbought =
            decimal("overbought", 70, 50, 95, 5, "level above which the market is overbought");
    private final DoubleParameter exit =
            decimal("exit_level", 50, 30, 70, 5, "level at which a long ends; a short ends at 100 less this");
    private final DoubleParameter stop =
            decimal("stop_atr", 3, 0.5, 10, 0.5, "distance of the stop in average true ranges of 14 bars");
    private final IntParameter contracts = integer("contracts", 1, 1, 1000, 1, "contracts per trade");

    private Line rsi;
    private Line atr;
    private ContractSpec contract;

    public RsiReversion() {
        requireBelow(oversold, overbought);
    }

    @Override
    public String description() {
        return "Return of the relative strength index from oversold and overbought to the middle";
    }

    @Override
    protected void start(Setup setup) {
        rsi = setup.rsi(period.value());
        atr = setup.atr(14);
        contract = setup.contract();
        setup.warmUp(Math.max(period.value(), 14) + 2);
    }

    @Override
    protected void onBar(Bars bars, Broker broker) {
        double now = rsi.now();
        double before = rsi.ago(1);
        if ((broker.position() > 0 && now >= exit.value()) || (broker.position() < 0 && now <= 100 - exit.value())) {
            broker.close();
        } else if (broker.flat() && before < oversold.value() && now >= oversold.value()) {
            broker.send(Order.buy(contracts.value()).withStop(stopTicks()));
        } else if (broker.flat() && before > overbought.value() && now <= overbought.value()) {
            broker.send(Order.sell(contracts.value()).withStop(stopTicks()));
        }
    }

    private int stopTicks() {
        return (int) Math.max(1, contract.ticks().ceil(stop.value() * atr.now()));
    }
}
