package futures.engine;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.analytics.performance.TradeColumns;
import futures.analytics.performance.TradeStatistics;
import futures.model.BarSeries;
import futures.model.TradingDays;
import futures.strategy.Drive;
import futures.strategy.Strategy;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;

/** One combination of a sweep, under way. */
final class SweepRun {
    private final Market market;
    private final TradeColumns columns;
    private final boolean listens;
    private final Simulation simulation;
    private final EquityTrack track;
    private final int firstBar;
    private Sweep.Stopped stopped;

    /**
     * @param columns  empty; takes the round trips
     * @param firstBar at which the strategy is called, the first of a trading day
     */
    SweepRun(BacktestRequest request, Strategy strategy, TradeColumns columns, int firstBar) {
        this.market = request.market();
        this.columns = columns;
        this.listens = new Drive(strategy).listens();
        this.simulation = new Simulation(request, strategy, listens ? null : columns);
        this.track = new EquityTrack(market, simulation.funds().initial());
        this.firstBar = firstBar;
        simulation.callFrom(firstBar);
        simulation.begin(track);
    }

    void advance(int from, int to) {
        simulation.advance(from, to);
    }

    boolean stopped() {
        return stopped != null;
    }

    /** @param bar the last one that was seen */
    void stopIf(Sweep.Stop stop, int index, int bar) {
        if (stop == Sweep.Stop.NEVER) {
            return;
        }
        Ledger ledger = simulation.ledger();
        Sweep.SoFar soFar = new Sweep.SoFar(
                Money.toDouble(track.deepestNow()),
                track.deepestFractionNow(),
                listens ? ledger.trips.size() : columns.size());
        String reason = stop.reason(index, soFar);
        stopped = reason == null ? null : new Sweep.Stopped(market.bars().closeTime(bar), reason);
    }

    Sweep.Outcome outcome(int index) {
        if (stopped != null) {
            return new Sweep.Outcome(index, Map.of(), 0, 0, dailyProfits(track.endedDays(firstDay())), null, stopped);
        }
        track.end();
        Ledger ledger = simulation.ledger();
        TradeColumns trips = listens ? TradeColumns.of(ledger.trips) : columns;
        AccountCourse course = course();
        Map<Metric, Measure> figures = TradeStatistics.of(trips);
        AccountStatistics.addClosed(figures, trips, course.initialCash, course.dailyEquity.length);
        AccountStatistics.add(figures, course);
        return new Sweep.Outcome(
                index,
                Collections.unmodifiableMap(figures),
                ledger.ambiguousBars(),
                ledger.liquidations(),
                dailyProfits(course.dailyEquity),
                null,
                null);
    }

    private int firstDay() {
        return market.days().indexOf(firstBar);
    }

    private double[] dailyProfits(long[] equity) {
        double[] profits = new double[equity.length];
        long before = simulation.funds().initial();
        for (int i = 0; i < profits.length; i++) {
            profits[i] = Money.toDouble(equity[i] - before);
            before = equity[i];
        }
        return profits;
    }

    private AccountCourse course() {
        BarSeries bars = market.bars();
        TradingDays days = market.days();
        int firstDay = firstDay();
        return new AccountCourse(
                simulation.funds().initial(),
                firstDay == 0 ? track.daily() : Arrays.copyOfRange(track.daily(), firstDay, days.count()),
                day -> days.day(firstDay + day),
                track.deepest(),
                track.deepestFraction(),
                bars.openTime(firstBar),
                bars.closeTime(bars.size() - 1),
                (double) simulation.barsInMarket() / (bars.size() - firstBar));
    }
}
