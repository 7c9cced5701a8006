package futures.strategy.tsx;

import futures.model.Bar;
import futures.model.Exit;
import futures.model.Order;
import futures.model.RoundTrip;
import futures.model.Side;
import futures.model.TickGrid;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Setup;

/**
 * Trades signals as the live bot does, wherever they come from. A signal becomes a market order with a stop and a target at the prices
 * that it names; while a trade is on, or its order waits, others are counted and not traded.
 */
public abstract class SignalTrader extends HostRules {
    private static final long MINUTE = 60_000;
    private static final int LONGEST_TAG = 100;

    private TradingWindows windows;
    private StandardExits standardExits;
    private DayLimits day;
    private FollowingStop following;
    private PartialExits partial;
    private Setup setup;
    private Broker broker;
    private Bars bars;
    /** The latest one; null before the first. */
    private HeldTrade trade;

    private int exit;
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

    @Override
    protected void start(Setup given) {
        setup = given;
        windows = windows();
        standardExits = standardExits();
        day = dayLimits();
        following = followingStop(given.contract().ticks().price(1));
        partial = partialExits();
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
        if (now.firstOfDay()) {
            day.day();
        }
        showPosition();
        if (trips && held == 0) {
            trips = false;
            double net = tripNet;
            tripNet = 0;
            day.closed(net);
            closed(tripEnd, net > 0);
        }
        if (held != 0 && oneTrade.value()) {
            trade.follow(now.ago(0), to, following);
        }
        limitDay();
        limitDuration();
        BarTicks.of(now.ago(0), ticksPerBar(), this::tick);
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
        if (held != 0 && day.reached().isEmpty() && isTooLong(bars.closeTime())) {
            exit = broker.close().orElse(0);
        }
    }

    private void limitDay() {
        if (!day.ofMoney()) {
            return;
        }
        day.made(broker.profit());
        if (day.reached().isEmpty()) {
            return;
        }
        if (waits()) {
            trade.cancel(broker);
        }
        if (held != 0 && !works(exit)) {
            Side side = held > 0 ? Side.SHORT : Side.LONG;
            exit = broker.send(Order.closing(side, Math.abs(held)).tagged(day.reached()));
        }
    }

    private boolean isTooLong(long time) {
        return mostMinutes.value() > 0 && time - heldSince >= mostMinutes.value() * MINUTE;
    }

    private boolean works(int order) {
        return order != 0 && broker.working(order);
    }

    private boolean waits() {
        return trade != null && trade.waits(broker);
    }

    /** Whether no position is held and none can come but by a signal. */
    protected final boolean staysFlat() {
        return held == 0 && foreseeable();
    }

    /**
     * Whether the position can be foreseen to stay as it is over a bar to come: no other order waits than its own stop and target, and
     * the bar reaches neither. A call for margin cannot be foreseen.
     *
     * @param before close of the bar before, at which the trade may be found to last too long
     */
    protected final boolean staysOver(Bar next, long before) {
        if (held == 0 || !foreseeable()) {
            return staysFlat();
        }
        boolean moves = sessionEnd.value() || day.ofMoney() || !following.none();
        return !moves && !isTooLong(before) && !trade.endsIn(next);
    }

    private boolean foreseeable() {
        return oneTrade.value() && !waits() && !works(exit); // of several trades each has a stop and a target
    }

    /** Acts on a signal. */
    protected final void take(Signal signal) {
        signals++;
        if (signal.direction() == Signal.Direction.CLOSE_POSITION) {
            close(signal);
        } else if ((oneTrade.value() && (broker.position() != 0 || waits()))
                || !day.open()
                || !windows.open(bars.closeTime())
                || bars.openTime() - lastEntry < cooldown.value() * MINUTE) {
            ignored++;
        } else {
            enter(signal);
        }
    }

    private void close(Signal signal) {
        if (trade != null && broker.position() == 0) {
            trade.cancel(broker);
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
        double asked = signal.positionSize();
        int contracts = Double.isNaN(asked) ? size.value() : asked >= 1 ? (int) Math.min(asked, MOST_CONTRACTS) : 1;
        double stopAt = standardExits.stop(bars.close(), way, signal.stopLoss());
        double targetAt = standardExits.target(bars.close(), way, stopAt, signal.takeProfit());
        double stop = Double.isFinite(stopAt) ? onGrid(stopAt, side == Side.LONG) : Double.NaN;
        double risk = Math.abs(bars.close() - stop);
        trade = new HeldTrade(setup.contract().ticks(), way, stop, risk);
        boolean parts = !partial.none() && Double.isFinite(risk);
        for (PartialExits.Slice slice : parts ? partial.of(contracts) : PartialExits.whole(contracts)) {
            double named = Double.isNaN(slice.multiple()) ? targetAt : bars.close() + way * slice.multiple() * risk;
            double target = Double.isFinite(named) ? onGrid(named, side == Side.SHORT) : Double.NaN;
            Order order = Order.market(side, slice.contracts()).tagged(tag(signal));
            order = Double.isNaN(stop) ? order : order.withStop(new Exit.At(stop));
            order = Double.isNaN(target) ? order : order.withTarget(new Exit.At(target));
            trade.enteredBy(broker.send(order), target);
        }
        day.entered();
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
