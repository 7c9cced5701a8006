package futures.engine;

import futures.analytics.indicator.Indicator;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.Timeframe;
import futures.model.TradingDays;
import futures.strategy.Drive;
import futures.strategy.Line;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One run, bar by bar: what fills, then what it is worth, then what the strategy makes of it. */
final class Simulation {
    private static final int BARS_BETWEEN_REPORTS = 8192;

    private final BacktestRequest request;
    private final Strategy strategy;
    private final Drive drive;
    private final Market market;
    private final Ledger ledger;
    private final Book book;
    private final BarWalk walk;
    private final EngineBars view;
    private final EngineBroker broker;
    private int fillsTold;
    private int tripsTold;

    Simulation(BacktestRequest request, Strategy strategy) {
        this.request = request;
        this.strategy = strategy;
        this.drive = new Drive(strategy);
        this.market = request.market();
        this.ledger = new Ledger(market, Money.of(request.initialCash(), "the initial cash"), request.costs());
        this.book = new Book(market.contract().ticks());
        this.walk = new BarWalk(market, ledger, book, request.costs(), request.fills());
        this.view = new EngineBars(market);
        this.broker = new EngineBroker(market, ledger, book, request.fills());
    }

    BacktestResult run(RunManifest manifest) {
        start();
        BarSeries bars = market.bars();
        int[] closes = market.closeTicks();
        int size = bars.size();
        long[] equity = new long[size];
        int barsInMarket = 0;
        for (int i = 0; i < size; i++) {
            if (i % BARS_BETWEEN_REPORTS == 0) {
                report(i, size);
            }
            view.at(i);
            broker.at(i);
            if (book.concerns(bars.low(i), bars.high(i))) {
                walk.walk(i);
            }
            equity[i] = ledger.account.equity(closes[i]);
            barsInMarket += ledger.account.position == 0 ? 0 : 1;
            tell(i);
        }
        report(size, size);
        EquityCurve curve = new EquityCurve(bars, Money.of(request.initialCash(), "the initial cash"), equity);
        return new BacktestResult(manifest, ledger, curve, days(curve), barsInMarket);
    }

    private void start() {
        try {
            drive.start(new EngineSetup());
        } catch (RuntimeException e) {
            throw new StrategyFailed(strategy.name(), "while it was set up", e);
        }
    }

    private void tell(int bar) {
        try {
            while (fillsTold < ledger.fills().size()) {
                drive.fill(ledger.fills().get(fillsTold++));
            }
            while (tripsTold < ledger.trips().size()) {
                drive.roundTrip(ledger.trips().get(tripsTold++));
            }
            drive.bar(view, broker);
        } catch (RuntimeException e) {
            throw new StrategyFailed(
                    strategy.name(), StrategyFailed.atBar(bar, market.bars().openTime(bar)), e);
        }
    }

    private void report(int done, int total) {
        if (!request.progress().report(done, total)) {
            throw new BacktestCancelled(done, total);
        }
    }

    private List<DailyResult> days(EquityCurve curve) {
        TradingDays days = market.days();
        List<DailyResult> results = new ArrayList<>(days.count());
        long before = curve.initialMillionths();
        for (int d = 0; d < days.count(); d++) {
            int last = (d + 1 < days.count() ? days.firstBar(d + 1) : curve.size()) - 1;
            long after = curve.millionths(last);
            results.add(new DailyResult(days.day(d), Money.toDouble(after - before), Money.toDouble(after)));
            before = after;
        }
        return List.copyOf(results);
    }

    private final class EngineSetup implements Setup {
        private final Random random = new Random(request.seed());

        @Override
        public ContractSpec contract() {
            return market.contract();
        }

        @Override
        public Timeframe timeframe() {
            return market.bars().timeframe();
        }

        @Override
        public Random random() {
            return random;
        }

        @Override
        public Line line(Indicator indicator) {
            return view.line(market.indicators().of(indicator));
        }
    }
}
