package futures.strategy.tsx;

import futures.model.Bar;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.IntParameter;
import futures.strategy.Setup;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A strategy of the TSX Trading Bot written in Java: the callbacks and the signals have the names of the bot's JavaScript, and what
 * becomes of signals is the same ({@link SignalTrader}), so that a ported script trades as the script does.
 *
 * <pre>{@code
 * public final class Dip extends BotStrategy {
 *     private final DoubleParameter points = decimal("max_risk_points", 3, 0.25, 50, 0.25, "from entry to stop");
 *     private double before = Double.NaN;
 *
 *     protected Answer processMarketData(double price, double volume, ZonedDateTime timestamp) {
 *         boolean fell = price < before - 2;
 *         before = price;
 *         if (!fell || mainBot().hasPosition()) {
 *             return Answer.nothing();
 *         }
 *         return Answer.of(Signal.goLong()
 *                 .entryPrice(price)
 *                 .stopLoss(price - points.value())
 *                 .takeProfit(price + 2 * points.value())
 *                 .positionSize(1)
 *                 .reason("dip")
 *                 .build());
 *     }
 * }
 * }</pre>
 *
 * Where a script reads {@code config}, Java declares parameters; {@code console.log} is {@link #log}, {@code Math.random} is
 * {@code setup().random()}. There are no timers and no promises: whatever is to happen happens at a price.
 */
public abstract class BotStrategy extends SignalTrader {
    private final IntParameter historyDays =
            integer("history_days", 0, 0, 3_650, 1, "first days of the run that are history and not traded");

    private final List<Bar> history = new ArrayList<>();
    private MainBot mainBot;
    private ZoneId zone;
    private long trades = Long.MIN_VALUE;
    private boolean begun;
    private boolean ready;

    /**
     * Called for every price: one or four a bar, as the parameter {@code ticks_per_bar} says.
     *
     * @param volume    contracts of the bar, or a quarter of them
     * @param timestamp in the bot's own time zone (parameter {@code time_zone}); of one price a bar the time at which it opened
     * @return null says nothing at all
     */
    protected abstract Answer processMarketData(double price, double volume, ZonedDateTime timestamp);

    /**
     * Called once before history and prices, when parameters have their values: what a script's constructor does with its
     * configuration belongs here. The host never calls it again, for every run has an instance of its own.
     */
    protected void reset() {}

    /**
     * Called once after {@link #reset}, before the first price.
     *
     * @param bars of the first {@code history_days} of the run, oldest first; none when that is 0
     */
    protected void initializeWithHistoricalData(List<Bar> bars) {}

    /** Whether it has seen enough; unless overridden, what the latest answer said. Once a trading day, not being so is logged. */
    protected boolean isStrategyReady() {
        return ready;
    }

    /**
     * Called once a trade is over, before the prices of the bar that is complete then, whatever ended it.
     *
     * @param timestamp of the last fill, in the bot's own time zone
     * @param wasProfit whether it made money after costs
     */
    protected void onPositionClosed(ZonedDateTime timestamp, boolean wasProfit) {}

    /** What is worth a line in the log at the end of every trading day; nothing when empty. */
    protected Map<String, Object> getStatusSummary() {
        return Map.of();
    }

    /** The bot as it is now. */
    protected final MainBot mainBot() {
        return mainBot;
    }

    @Override
    protected final void start(Setup given) {
        super.start(given);
        zone = zone();
        mainBot = new MainBot(
                given.contract().symbol(), given.contract().pointValue().doubleValue(), List.of());
    }

    @Override
    protected final boolean isHistory(Bars bars) {
        if (trades == Long.MIN_VALUE) {
            trades = bars.openTime() + Duration.ofDays(historyDays.value()).toMillis();
        }
        if (bars.openTime() >= trades) {
            return false;
        }
        history.add(bars.ago(0));
        return true;
    }

    @Override
    protected final void open(long time) {
        reset();
        initializeWithHistoricalData(List.copyOf(history));
        history.clear();
        begun = true;
    }

    @Override
    protected final void tick(long time, double price, double volume) {
        Answer answer = processMarketData(price, volume, at(time));
        if (answer == null) {
            return;
        }
        ready = answer.ready();
        if (!answer.debug().isEmpty()) {
            log("debug " + answer.debug());
        }
        if (answer.signal() != null) {
            take(answer.signal());
        }
    }

    @Override
    protected final void position(int contracts, double price) {
        Signal.Direction way = contracts > 0 ? Signal.Direction.LONG : Signal.Direction.SHORT;
        List<BotPosition> now = contracts == 0 ? List.of() : List.of(new BotPosition(way, Math.abs(contracts), price));
        mainBot = new MainBot(mainBot.instrument(), mainBot.dollarPerPoint(), now);
    }

    @Override
    protected final void closed(long time, boolean profit) {
        onPositionClosed(at(time), profit);
    }

    @Override
    protected final void onSessionEnd(Bars bars, Broker broker) {
        if (!begun) {
            return;
        }
        boolean enough = isStrategyReady();
        Map<String, Object> summary = getStatusSummary();
        if (!enough || !summary.isEmpty()) {
            log((enough ? "ready " : "not ready ") + summary);
        }
    }

    private ZonedDateTime at(long time) {
        return Instant.ofEpochMilli(time).atZone(zone);
    }
}
