package futures.strategy.tsx;

import futures.model.Bar;
import futures.model.Exit;
import futures.model.Order;
import futures.model.RoundTrip;
import futures.model.Side;
import futures.model.TickGrid;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.DoubleParameter;
import futures.strategy.IntParameter;
import futures.strategy.Parameter;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import futures.strategy.SwitchParameter;
import futures.strategy.TextParameter;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/**
 * Trades signals as the live bot does, wherever they come from. A signal becomes a market order with a stop and a target at the prices
 * that it names; while a trade is on, or its order waits, others are counted and not traded.
 */
public abstract class SignalTrader extends Strategy {
    private static final long MINUTE = 60_000;
    private static final int MOST_CONTRACTS = 1_000_000;
    private static final double FARTHEST = 1_000_000_000;
    private static final int LONGEST_TAG = 100;

    private final IntParameter ticksPerBar =
            integer("ticks_per_bar", 1, 1, 4, 3, "prices fed per bar: 1 (close) or 4 (open, extremes, close)");
    private final TextParameter zone = text("time_zone", "America/Chicago", "the bot's own time zone");
    private final IntParameter mostMinutes =
            integer("max_trade_duration_minutes", 0, 0, 1_000_000, 60, "closes a trade after so long; 0 never");
    private final IntParameter cooldown =
            integer("signal_cooldown_minutes", 0, 0, 1_000_000, 5, "no new trade so soon after a signal; 0 at once");
    private final SwitchParameter sessionEnd =
            onOff("exit_at_session_end", false, "closes the trade at the last close of the trading day");
    private final SwitchParameter oneTrade =
            onOff("one_trade_at_time", true, "no entry while a trade is on or its order waits");
    private final TextParameter sessions =
            text("active_sessions", "", "where trades may begin, e.g. US_REGULAR LONDON; empty always");
    private final TextParameter hours =
            text("trading_hours", "", "when trades may begin, e.g. 09:30-16:00 America/New_York 1-5; empty always");
    private final IntParameter size =
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

    private TradingWindows windows;
    private Setup setup;
    private Broker broker;
    private Bars bars;
    private int entry;
    private int exit;
    private double stop;
    private double target;
    private int held;
    private long heldSince;
    private long lastEntry = Long.MIN_VALUE / 2;
    private double tripNet;
    private long tripEnd;
    private boolean trips;
    private int signals;
    private int entries;
    private int ignored;

    /** For scripts and {@link BotStrategy}. */
    protected SignalTrader() {}

    /** Called once, before the prices of the first bar. */
    protected abstract void open(long time);

    /** Called for every price that a bar is fed as. */
    protected abstract void tick(long time, double price, double volume);

    /** Called when there is another position than before: contracts held, negative when short, and their mean price. */
    protected abstract void position(int contracts, double price);

    /** Called once a position is gone, whatever ended it, with the time of its last fill and whether it made money after costs. */
    protected abstract void closed(long time, boolean profit);

    /** Whether a bar comes before the first price; asked at every bar, in order. */
    protected boolean isHistory(Bars now) {
        return false;
    }

    /** Facts of the run. */
    protected final Setup setup() {
        return setup;
    }

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
                targetRatio);
    }

    /** Signals so far, of all kinds. */
    protected final int signals() {
        return signals;
    }

    /** Signals so far that became entries. */
    protected final int entries() {
        return entries;
    }

    /** Signals so far that came while a trade was on, or too soon after one. */
    protected final int ignored() {
        return ignored;
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
        windows = TradingWindows.of(sessions.value(), hours.value(), zone());
    }

    @Override
    protected void start(Setup given) {
        setup = given;
        windows = TradingWindows.of(sessions.value(), hours.value(), zone());
    }

    @Override
    protected final void onRoundTrip(RoundTrip trip) {
        tripNet += trip.net();
        tripEnd = trip.exitTime();
        trips = true;
    }

    @Override
    protected final void onBar(Bars now, Broker to) {
        if (isHistory(now)) {
            return;
        }
        boolean first = bars == null;
        bars = now;
        broker = to;
        if (first) {
            open(now.openTime());
        }
        showPosition();
        if (trips && held == 0) {
            trips = false;
            boolean profit = tripNet > 0;
            tripNet = 0;
            closed(tripEnd, profit);
        }
        limitDuration();
        BarTicks.of(now.ago(0), ticksPerBar.value(), this::tick);
    }

    private void showPosition() {
        int now = broker.position();
        if (now != held) {
            if (held == 0) {
                heldSince = bars.openTime();
            }
            boolean more = held == 0 || Integer.signum(now) != Integer.signum(held) || Math.abs(now) > Math.abs(held);
            if (sessionEnd.value() && now != 0 && more) {
                int added = Integer.signum(now) == Integer.signum(held) ? Math.abs(now - held) : Math.abs(now);
                broker.send(
                        Order.onClose(now > 0 ? Side.SHORT : Side.LONG, added).reducing());
            }
            held = now;
            position(now, now == 0 ? 0 : broker.entryPrice());
        }
    }

    private void limitDuration() {
        if (held != 0 && isTooLong(bars.closeTime())) {
            exit = broker.close().orElse(0);
        }
    }

    private boolean isTooLong(long time) {
        return mostMinutes.value() > 0 && time - heldSince >= mostMinutes.value() * MINUTE;
    }

    private boolean works(int order) {
        return order != 0 && broker.working(order);
    }

    /** Prices that a bar is fed as. */
    protected final int ticksPerBar() {
        return ticksPerBar.value();
    }

    /**
     * Whether the position can be foreseen to stay as it is over a bar to come: no other order waits than its own stop and target, and
     * the bar reaches neither. A call for margin cannot be foreseen.
     *
     * @param before close of the bar before, at which the trade may be found to last too long
     */
    protected final boolean staysOver(Bar next, long before) {
        if (works(entry) || works(exit) || !oneTrade.value()) { // of several trades each has a stop and a target
            return false;
        }
        if (held == 0) {
            return true;
        }
        double below = held > 0 ? stop : target;
        double above = held > 0 ? target : stop;
        return !sessionEnd.value() && !isTooLong(before) && !(next.low() <= below) && !(next.high() >= above);
    }

    /** Acts on a signal. */
    protected final void take(Signal signal) {
        signals++;
        if (signal.direction() == Signal.Direction.CLOSE_POSITION) {
            close(signal);
        } else if ((oneTrade.value() && (broker.position() != 0 || works(entry)))
                || !windows.open(bars.closeTime())
                || bars.openTime() - lastEntry < cooldown.value() * MINUTE) {
            ignored++;
        } else {
            enter(signal);
        }
    }

    private void close(Signal signal) {
        if (entry != 0 && broker.position() == 0) {
            broker.cancel(entry);
        } else if (broker.position() != 0) {
            int all = Math.abs(broker.position());
            boolean part = signal.closeType() == Signal.CloseType.PARTIAL && signal.positionSize() >= 1;
            int contracts = part ? (int) Math.min(all, signal.positionSize()) : all;
            exit = broker.send(Order.closing(broker.position() > 0 ? Side.SHORT : Side.LONG, contracts)
                    .tagged(tag(signal)));
        }
    }

    private void enter(Signal signal) {
        Side side = signal.direction() == Signal.Direction.LONG ? Side.LONG : Side.SHORT;
        int way = side == Side.LONG ? 1 : -1;
        double named = signal.positionSize();
        int contracts = Double.isNaN(named) ? size.value() : named >= 1 ? (int) Math.min(named, MOST_CONTRACTS) : 1;
        Order order = Order.market(side, contracts).tagged(tag(signal));
        StandardExits exits = new StandardExits(stopPoints.value(), targetPoints.value(), targetRatio.value());
        double stopAt = exits.stop(bars.close(), way, signal.stopLoss());
        double targetAt = exits.target(bars.close(), way, stopAt, signal.takeProfit());
        stop = Double.isFinite(stopAt) ? onGrid(stopAt, side == Side.LONG) : Double.NaN;
        target = Double.isFinite(targetAt) ? onGrid(targetAt, side == Side.SHORT) : Double.NaN;
        if (!Double.isNaN(stop)) {
            order = order.withStop(new Exit.At(stop));
        }
        if (!Double.isNaN(target)) {
            order = order.withTarget(new Exit.At(target));
        }
        entry = broker.send(order);
        lastEntry = bars.openTime();
        entries++;
    }

    /** Strategies name prices off the grid; the tick that is worse for the trader is taken: the farther one. */
    private double onGrid(double price, boolean down) {
        TickGrid grid = setup.contract().ticks();
        return grid.price(down ? grid.floor(price) : grid.ceil(price));
    }

    private static String tag(Signal signal) {
        String reason = signal.reason();
        return reason.length() <= LONGEST_TAG ? reason : reason.substring(0, LONGEST_TAG);
    }
}
