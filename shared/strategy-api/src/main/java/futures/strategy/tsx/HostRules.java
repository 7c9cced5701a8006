package futures.strategy.tsx;

import futures.strategy.DoubleParameter;
import futures.strategy.IntParameter;
import futures.strategy.Parameter;
import futures.strategy.Strategy;
import futures.strategy.SwitchParameter;
import futures.strategy.TextParameter;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** What the host of a bot keeps to whatever its strategy signals, as parameters. */
abstract class HostRules extends Strategy {
    static final int MOST_CONTRACTS = 1_000_000;
    private static final double FARTHEST = 1_000_000_000;

    private final IntParameter ticksPerBar =
            integer("ticks_per_bar", 1, 1, 4, 3, "prices fed per bar: 1 (close) or 4 (open, extremes, close)");
    private final TextParameter zone = text("time_zone", "America/Chicago", "the bot's own time zone");
    final IntParameter mostMinutes =
            integer("max_trade_duration_minutes", 0, 0, 1_000_000, 60, "closes a trade after so long; 0 never");
    final IntParameter cooldown =
            integer("signal_cooldown_minutes", 0, 0, 1_000_000, 5, "no new trade so soon after a signal; 0 at once");
    final SwitchParameter sessionEnd =
            onOff("exit_at_session_end", false, "closes the trade at the last close of the trading day");
    final SwitchParameter oneTrade =
            onOff("one_trade_at_time", true, "no entry while a trade is on or its order waits");
    private final TextParameter sessions =
            text("active_sessions", "", "where trades may begin, e.g. US_REGULAR LONDON; empty always");
    private final TextParameter hours =
            text("trading_hours", "", "when trades may begin, e.g. 09:30-16:00 America/New_York 1-5; empty always");
    final IntParameter size =
            integer("position_size", 1, 1, MOST_CONTRACTS, 1, "contracts of a signal that names no size");
    private final DoubleParameter stopPoints =
            decimal("default_stop_points", 0, 0, FARTHEST, 1, "stop of a signal that names none; 0 none");
    private final DoubleParameter targetPoints =
            decimal("default_target_points", 0, 0, FARTHEST, 1, "target of a signal that names none; 0 none");
    private final DoubleParameter targetRatio = decimal(
            "default_target_ratio",
            0,
            0,
            1_000,
            0.5,
            "target of a signal that names none by its stop's distance; 0 none");
    private final DoubleParameter dayLoss =
            decimal("max_daily_loss", 0, 0, FARTHEST, 100, "loss of a trading day that ends its trading; 0 none");
    private final DoubleParameter dayProfit =
            decimal("max_daily_profit", 0, 0, FARTHEST, 100, "profit of a trading day that ends its trading; 0 none");
    private final IntParameter dayTrades =
            integer("max_daily_trades", 0, 0, 1_000_000, 1, "trades that may begin in a trading day; 0 any");
    private final IntParameter lossesInARow = integer(
            "max_consecutive_losses", 0, 0, 1_000_000, 1, "losses in a row that end a trading day's trading; 0 any");
    private final DoubleParameter breakEven = decimal(
            "break_even_trigger", 0, 0, 1_000, 0.5, "gain by the risk at which the stop goes to the entry; 0 never");
    private final IntParameter trailTicks =
            integer("trailing_stop_ticks", 0, 0, 1_000_000, 5, "ticks from the best price to the stop; 0 none");
    private final DoubleParameter trailTrigger = decimal(
            "trailing_stop_trigger", 0, 0, 1_000, 0.5, "gain by the risk at which the stop begins to trail; 0 at once");
    private final SwitchParameter trailsTarget =
            onOff("trailing_stop_moves_target", false, "the target moves as far as the trailing stop");
    private final TextParameter partial =
            text("partial_exits", "", "parts with targets of their own, percent@multiple of the risk: 50@1.5 50@2");

    HostRules() {}

    /** The bot's own time zone. */
    protected final ZoneId zone() {
        return ZoneId.of(zone.value());
    }

    /** Parameters of the host, which are none of the strategy's own. */
    protected final List<Parameter<?>> hostParameters() {
        return List.of(
                ticksPerBar,
                zone,
                mostMinutes,
                cooldown,
                sessionEnd,
                oneTrade,
                sessions,
                hours,
                size,
                stopPoints,
                targetPoints,
                targetRatio,
                dayLoss,
                dayProfit,
                dayTrades,
                lossesInARow,
                breakEven,
                trailTicks,
                trailTrigger,
                trailsTarget,
                partial);
    }

    /** Prices that a bar is fed as. */
    protected final int ticksPerBar() {
        return ticksPerBar.value();
    }

    final TradingWindows windows() {
        return TradingWindows.of(sessions.value(), hours.value(), zone());
    }

    final StandardExits standardExits() {
        return new StandardExits(stopPoints.value(), targetPoints.value(), targetRatio.value());
    }

    final DayLimits dayLimits() {
        return new DayLimits(dayLoss.value(), dayProfit.value(), dayTrades.value(), lossesInARow.value());
    }

    final PartialExits partialExits() {
        return PartialExits.of(partial.value());
    }

    /** @param tickSize in points */
    final FollowingStop followingStop(double tickSize) {
        return new FollowingStop(
                breakEven.value(), trailTicks.value() * tickSize, trailTrigger.value(), trailsTarget.value());
    }

    /** Who overrides it calls this one too. */
    @Override
    protected void check() {
        if (ticksPerBar.value() != 1 && ticksPerBar.value() != 4) {
            throw new IllegalArgumentException("parameter ticks_per_bar must be 1 or 4, found " + ticksPerBar.value());
        }
        try {
            ZoneId.of(zone.value());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "parameter time_zone must be a time zone like America/Chicago, found " + zone.value(), e);
        }
        windows();
        if (!oneTrade.value() && !(followingStop(1).none() && partialExits().none())) {
            throw new IllegalArgumentException("parameter one_trade_at_time must be true for break_even_trigger,"
                    + " trailing_stop_ticks and partial_exits: they are about one trade");
        }
        partialExits();
    }
}
