package futures.strategies;

import futures.model.ContractSpec;
import futures.model.Order;
import futures.model.Side;
import futures.model.bars.Hours;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.ChoiceParameter;
import futures.strategy.DayLines;
import futures.strategy.DoubleParameter;
import futures.strategy.IntParameter;
import futures.strategy.Line;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.util.List;

/**
 * Trades at the high and the low of the previous trading day, in regular hours. {@code fade}: short when a close comes back below
 * yesterday's high, long when one comes back above yesterday's low. {@code breakout}: the other way, long when a
 * close goes above the high, short when one goes below the low. Stop and target go by the average true range; what is left is
 * closed before regular hours end. Where a contract has no regular hours, its whole trading day counts.
 *
 * <p>Source: Laurence Connors and Linda Bradford Raschke, <i>Street Smarts: High Probability Short-Term Trading Strategies</i>,
 * 1995, whose <i>80-20's</i> buy the return above yesterday's low after a fall below it. What they ask of yesterday's open and
 * close is not asked here, and the breakout is the plain opposite.
 */
public final class PreviousDayLevels extends Strategy {
    private final ChoiceParameter mode =
            choice("mode", List.of("fade", "breakout"), "trade the return behind a level, or the break of it");
    private final IntParameter most = integer("trades_per_day", 2, 1, 20, 1, "most entries in a trading day");
    private final DoubleParameter stop =
            decimal("stop_atr", 3, 0.5, 10, 0.5, "distance of the stop in average true ranges of 14 bars");
    private final DoubleParameter target =
            decimal("target_atr", 6, 0, 20, 1, "distance of the target in such ranges, 0 for none");
    private final IntParameter flatten =
            integer("flatten_minutes", 5, 0, 120, 5, "minutes before the session's end at which all is closed");
    private final IntParameter contracts = integer("contracts", 1, 1, 1000, 1, "contracts per trade");

    private DayLines yesterday;
    private Line atr;
    private ContractSpec contract;
    private int entries;

    @Override
    public String description() {
        return "Fade or breakout of the previous day's high and low, flat before regular hours end";
    }

    @Override
    protected void start(Setup setup) {
        contract = setup.contract();
        setup.session(contract.regularHours() == null ? Hours.ALL : Hours.REGULAR, flatten.value());
        yesterday = setup.previousDay();
        atr = setup.atr(14);
        setup.warmUp(15);
    }

    @Override
    protected void onBar(Bars bars, Broker broker) {
        entries = bars.firstOfDay() ? 0 : entries;
        if (!bars.inSession() || bars.firstOfDay() || !broker.flat() || entries == most.value()) {
            return;
        }
        boolean fade = mode.value().equals("fade");
        double before = bars.ago(1).close();
        double close = bars.close();
        double high = yesterday.high().now();
        double low = yesterday.low().now();
        if (fade ? before < low && close >= low : before <= high && close > high) {
            enter(Side.LONG, broker);
        } else if (fade ? before > high && close <= high : before >= low && close < low) {
            enter(Side.SHORT, broker);
        }
    }

    private void enter(Side side, Broker broker) {
        entries++;
        broker.send(Order.market(side, contracts.value())
                .withStop(Math.max(1, ticks(stop)))
                .withTarget(ticks(target)));
    }

    private int ticks(DoubleParameter ranges) {
        return (int) contract.ticks().ceil(ranges.value() * atr.now());
    }

    @Override
    protected void onSessionEnd(Bars bars, Broker broker) {
        broker.flatten();
    }
}
