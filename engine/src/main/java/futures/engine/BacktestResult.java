package futures.engine;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.analytics.performance.TradeColumns;
import futures.analytics.performance.TradeStatistics;
import futures.engine.finding.Finding;
import futures.engine.finding.Findings;
import futures.model.Fill;
import futures.model.RoundTrip;
import futures.model.Side;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What came out of a run. The change of equity is the net of all round trips plus the gain of open positions less the
 * costs of their entries, exactly.
 */
public final class BacktestResult implements RunResult {
    private final RunManifest manifest;
    private final TripRows tripRows;
    private List<RoundTrip> trips;
    private final List<Fill> fills;
    private final List<OrderLife> orders;
    private final List<RollTrade> rolls;
    private final List<OpenPosition> openPositions;
    private final EquityCurve equity;
    private final List<DailyResult> days;
    private final CostBreakdown costs;
    private final int ambiguousBars;
    private final int barsInMarket;
    private final int liquidations;
    private final StrategyLog log;
    private final BacktestRequest request;
    private ProfitInterval interval;
    private Map<Metric, Measure> metrics;

    BacktestResult(
            BacktestRequest request,
            RunManifest manifest,
            Ledger ledger,
            EquityCurve equity,
            List<DailyResult> days,
            int barsInMarket,
            StrategyLog log) {
        this.request = request;
        this.log = log;
        this.manifest = manifest;
        this.tripRows = ledger.trips;
        this.fills = Collections.unmodifiableList(ledger.fills);
        this.orders = Collections.unmodifiableList(ledger.orders);
        this.rolls = ledger.rolls.trades();
        this.openPositions = ledger.openPositions();
        this.equity = equity;
        this.days = days;
        this.costs = ledger.costs();
        this.ambiguousBars = ledger.ambiguousBars();
        this.barsInMarket = barsInMarket;
        this.liquidations = ledger.liquidations();
    }

    public RunManifest manifest() {
        return manifest;
    }

    /** In the order of exits. */
    @Override
    public synchronized List<RoundTrip> trips() {
        if (trips == null) {
            trips = List.copyOf(tripRows);
        }
        return trips;
    }

    /** In the order in which they happened. */
    public List<Fill> fills() {
        return fills;
    }

    /** All orders, those refused included, in the order of sending. */
    public List<OrderLife> orders() {
        return orders;
    }

    public List<OrderLife> rejectedOrders() {
        return orders.stream()
                .filter(order -> order.status() == OrderStatus.REJECTED)
                .toList();
    }

    /** Positions carried from one contract into the next, in the order in which it happened. */
    public List<RollTrade> rolls() {
        return rolls;
    }

    @Override
    public RollTotals rollTotals() {
        return RollTotals.of(rolls);
    }

    /** What is still held after the last bar, oldest first. */
    public List<OpenPosition> openPositions() {
        return openPositions;
    }

    @Override
    public EquityCurve equity() {
        return equity;
    }

    @Override
    public List<MarginChange> marginChanges() {
        return MarginUse.of(equity, List.of(new MarginUse(request.market(), request.rates(), fills.stream())));
    }

    /** By trading day, flat ones included. */
    public List<DailyResult> days() {
        return days;
    }

    public CostBreakdown costs() {
        return costs;
    }

    /** What the strategy wrote; no part of the hash. */
    public StrategyLog log() {
        return log;
    }

    /** Bars inside which the order of events mattered and cannot be known. */
    @Override
    public int ambiguousBars() {
        return ambiguousBars;
    }

    /** Times that equity fell below maintenance margin and everything was closed. */
    public int liquidations() {
        return liquidations;
    }

    /**
     * Between which profits the truth lies, given that bars do not tell in which order their prices came. When there are
     * ambiguous bars, the run is made again to find out, which takes as long as it did.
     */
    public ProfitInterval interval() {
        return interval(Progress.UNOBSERVED);
    }

    /**
     * The same, telling how far the runs that it takes are.
     *
     * @throws BacktestCancelled when the progress says so
     */
    @Override
    public synchronized ProfitInterval interval(Progress progress) {
        if (interval == null) {
            interval = ProfitInterval.of(this, request, progress);
        }
        return interval;
    }

    /** Every {@link Metric}, of long and short round trips together and of the account. */
    @Override
    public synchronized Map<Metric, Measure> metrics() {
        if (metrics == null) {
            Map<Metric, Measure> figures = TradeStatistics.of(trips());
            AccountStatistics.addAll(
                    figures,
                    TradeColumns.of(trips()),
                    AccountCourse.of(equity, days, manifest.firstBar(), (double) barsInMarket / equity.size()));
            metrics = Collections.unmodifiableMap(figures);
        }
        return metrics;
    }

    /**
     * The metrics of round trips of one side, and the drawdown of an account that had taken only these; those of equity as it
     * was at every bar are not in it.
     */
    @Override
    public Map<Metric, Measure> metrics(Side side) {
        List<RoundTrip> some =
                trips().stream().filter(trip -> trip.side() == side).toList();
        Map<Metric, Measure> figures = TradeStatistics.of(some);
        AccountStatistics.addClosed(figures, TradeColumns.of(some), equity.initialMillionths(), days.size());
        return Collections.unmodifiableMap(figures);
    }

    /**
     * What in this result deserves a second look, the most serious first. Where {@link #interval} was asked for before, its
     * numbers are in it.
     */
    @Override
    public synchronized List<Finding> findings() {
        return Findings.of(FactsOfRun.of(this, request, interval));
    }

    /** SHA-256 of orders, fills, rolls, round trips, daily results and equity at every bar, in lower-case hexadecimal. */
    @Override
    public String hash() {
        return ResultHash.of(this);
    }
}
