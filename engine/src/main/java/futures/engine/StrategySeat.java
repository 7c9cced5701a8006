package futures.engine;

import futures.analytics.indicator.Indicator;
import futures.model.ContinuousSeries;
import futures.model.ContractSpec;
import futures.model.Fill;
import futures.model.FillRule;
import futures.model.RoundTrip;
import futures.model.Timeframe;
import futures.model.bars.Hours;
import futures.strategy.Broker;
import futures.strategy.Drive;
import futures.strategy.Feed;
import futures.strategy.Line;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** A strategy in a run: what it sees, whom it sends orders to, and when it is told of what happened. */
final class StrategySeat {
    private final Strategy strategy;
    private final Drive drive;
    private final MarketCursor home;
    private final MarketCursors markets;
    private final EngineBars view;
    private final EngineBroker broker;
    private final List<Desk> desks = new ArrayList<>();
    private final List<EngineFeed> feeds = new ArrayList<>();
    /** Where the strategy wants to be called; at every bar when there is none. */
    private final List<Crosses> calls = new ArrayList<>();

    private final long seed;
    private final boolean tellsFills;
    private final boolean tellsTrips;
    private final Map<MarketCursor, EngineBroker> brokers = new HashMap<>();
    private final Function<MarketCursor, Desk> opening;
    private final Funds funds;
    private final FillSettings settings;
    private final RunLog log = new RunLog();
    /** Bars that must be complete before the strategy is called. */
    private int warmUp;
    /** At which the strategy is called at the earliest, whatever its warm-up. */
    private int earliest;

    /** The next bar at which the strategy is told that a session is over. */
    private int sessionEnd = Crosses.NEVER;

    private int[] fillsTold = new int[1];
    private int[] tripsTold = new int[1];

    /**
     * @param desk    in the market of the strategy's own bars
     * @param opening opens the strategy's desk in another market, when it first turns to it
     */
    StrategySeat(
            Strategy strategy,
            Desk desk,
            MarketCursors markets,
            Function<MarketCursor, Desk> opening,
            Funds funds,
            FillSettings settings,
            long seed) {
        this.strategy = strategy;
        this.drive = new Drive(strategy);
        this.home = desk.cursor;
        this.markets = markets;
        this.opening = opening;
        this.funds = funds;
        this.settings = settings;
        this.seed = seed;
        this.view = new EngineBars(home);
        this.broker = join(desk);
        this.tellsFills = drive.wantsFills();
        this.tellsTrips = drive.wantsRoundTrips();
        drive.logTo(this::write);
    }

    private EngineBroker join(Desk desk) {
        desks.add(desk);
        fillsTold = Arrays.copyOf(fillsTold, desks.size());
        tripsTold = Arrays.copyOf(tripsTold, desks.size());
        EngineBroker joined = new EngineBroker(desk, home, funds, settings, this::brokerIn);
        brokers.put(desk.cursor, joined);
        return joined;
    }

    private Broker brokerIn(String symbol) {
        MarketCursor cursor = markets.of(symbol);
        EngineBroker known = brokers.get(cursor);
        return known != null ? known : join(opening.apply(cursor));
    }

    /** Where it has traded, or could have. */
    List<Desk> desks() {
        return desks;
    }

    MarketCursor home() {
        return home;
    }

    String strategyName() {
        return strategy.name();
    }

    Map<String, Object> parameters() {
        return strategy.values();
    }

    void callFrom(int bar) {
        earliest = bar;
    }

    void start() {
        try {
            drive.start(new EngineSetup());
            if (drive.wantsSessionEnds()) {
                sessionEnd = view.session().next(0);
            }
        } catch (RuntimeException e) {
            throw new StrategyFailed(strategy.name(), "while it was set up", e);
        }
    }

    /** Whether the strategy is called at some bars only. */
    boolean sleeps() {
        return !calls.isEmpty();
    }

    /** The first bar, at the given one or after it, at which the strategy is to be called. */
    int nextCall(int bar) {
        return Math.min(nextAct(bar), sessionEnd);
    }

    private int nextAct(int bar) {
        int next = calls.isEmpty() ? bar : Crosses.NEVER;
        for (int i = 0; i < calls.size(); i++) {
            next = Math.min(next, calls.get(i).next(bar));
        }
        return next;
    }

    private void write(String line) {
        log.add(home.at < 0 ? null : home.market.bars().openTime(home.at), line);
    }

    StrategyLog log() {
        return log.lines();
    }

    /** Tells what has filled and been closed since the last call, and lets the strategy act on its bar. */
    void call() {
        boolean over = home.at == sessionEnd;
        if (over) {
            sessionEnd = view.session().next(home.at + 1);
        }
        if (home.at + 1 < warmUp || home.at < earliest) {
            return;
        }
        try {
            for (int i = 0; i < feeds.size(); i++) {
                feeds.get(i).move();
            }
            tell();
            if (!over || nextAct(home.at) == home.at) {
                drive.bar(view, broker);
            }
            if (over) {
                drive.sessionEnd(view, broker);
            }
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    /** Tells what has happened and no more: at a bar at which the strategy is not called, or after its call. */
    void listen() {
        if (!tellsFills && !tellsTrips) {
            return;
        }
        try {
            tell();
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    private void tell() {
        if (tellsFills) {
            tellFills();
        }
        if (tellsTrips) {
            tellTrips();
        }
    }

    private StrategyFailed failed(RuntimeException e) {
        long openTime = home.market.bars().openTime(home.at);
        return new StrategyFailed(strategy.name(), StrategyFailed.atBar(home.at, openTime), e);
    }

    private void tellFills() {
        for (int i = 0; i < desks.size(); i++) {
            FillRows fills = desks.get(i).ledger.fills;
            ContinuousSeries series = desks.get(i).market.series();
            while (fillsTold[i] < fills.size()) {
                Fill fill = fills.get(fillsTold[i]++);
                // a roll is no answer to an order of the strategy, and leaves its position as it was
                if (fill.rule() != FillRule.ROLLED) {
                    drive.fill(fill.at(series.adjusted(fill.bar(), fill.price())));
                }
            }
        }
    }

    private void tellTrips() {
        for (int i = 0; i < desks.size(); i++) {
            TripRows trips = desks.get(i).ledger.trips;
            ContinuousSeries series = desks.get(i).market.series();
            while (tripsTold[i] < trips.size()) {
                int row = tripsTold[i]++;
                RoundTrip trip = trips.get(row);
                drive.roundTrip(trip.at(
                        series.adjusted(trips.entryBar(row), trip.entryPrice()),
                        series.adjusted(trips.exitBar(row), trip.exitPrice())));
            }
        }
    }

    private EngineFeed feed(MarketCursor of, Timeframe timeframe) {
        EngineFeed feed = EngineFeed.of(of, timeframe);
        feeds.add(feed);
        return feed;
    }

    private final class EngineSetup implements Setup {
        private final Random random = new Random(seed);

        @Override
        public ContractSpec contract() {
            return home.market.contract();
        }

        @Override
        public Timeframe timeframe() {
            return home.market.bars().timeframe();
        }

        @Override
        public Random random() {
            return random;
        }

        @Override
        public Line line(Indicator indicator) {
            return view.line(home.market.indicators().of(indicator));
        }

        @Override
        public Line model(String name) {
            return view.line(home.market.model(name));
        }

        @Override
        public void warmUp(int bars) {
            if (bars < 0) {
                throw new IllegalArgumentException("a warm-up takes 0 or more bars, found " + bars);
            }
            warmUp = bars;
        }

        @Override
        public void session(Hours hours, int minutesBeforeEnd) {
            view.session(hours, minutesBeforeEnd);
        }

        @Override
        public void callOnlyAtCrosses(Line one, Line other) {
            calls.add(view.crosses(one, other));
        }

        @Override
        public Feed feed(Timeframe timeframe) {
            return StrategySeat.this.feed(home, timeframe);
        }

        @Override
        public Feed feed(String symbol) {
            return StrategySeat.this.feed(markets.of(symbol), timeframe());
        }

        @Override
        public Feed feed(String symbol, Timeframe timeframe) {
            return StrategySeat.this.feed(markets.of(symbol), timeframe);
        }
    }
}
