package futures.engine;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.analytics.performance.TradeColumns;
import futures.analytics.performance.TradeStatistics;
import futures.model.BarSeries;
import futures.strategy.Drive;
import futures.strategy.Strategy;
import java.util.Collections;
import java.util.Map;

/** One combination of a sweep, under way. */
final class SweepRun {
    private final Market market;
    private final TradeColumns columns;
    private final boolean listens;
    private final Simulation simulation;
    private final EquityTrack track;

    /** @param columns empty; takes the round trips */
    SweepRun(BacktestRequest request, Strategy strategy, TradeColumns columns) {
        this.market = request.market();
        this.columns = columns;
        this.listens = new Drive(strategy).listens();
        this.simulation = new Simulation(request, strategy, listens ? null : columns);
        this.track = new EquityTrack(market, simulation.funds().initial());
        simulation.begin(track);
    }

    void advance(int from, int to) {
        simulation.advance(from, to);
    }

    Sweep.Outcome outcome(int index) {
        track.end();
        Ledger ledger = simulation.ledger();
        TradeColumns trips = listens ? TradeColumns.of(ledger.trips) : columns;
        AccountCourse course = course();
        Map<Metric, Measure> figures = TradeStatistics.of(trips);
        AccountStatistics.addClosed(figures, trips, course.initialCash, course.dailyEquity.length);
        AccountStatistics.add(figures, course);
        return new Sweep.Outcome(
                index, Collections.unmodifiableMap(figures), ledger.ambiguousBars(), ledger.liquidations(), null);
    }

    private AccountCourse course() {
        BarSeries bars = market.bars();
        return new AccountCourse(
                simulation.funds().initial(),
                track.daily(),
                market.days()::day,
                track.deepest(),
                track.deepestFraction(),
                bars.openTime(0),
                bars.closeTime(bars.size() - 1),
                (double) simulation.barsInMarket() / bars.size());
    }
}
