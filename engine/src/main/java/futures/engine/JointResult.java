package futures.engine;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.analytics.performance.TradeColumns;
import futures.analytics.performance.TradeStatistics;
import futures.engine.finding.Finding;
import futures.engine.finding.Findings;
import futures.model.RoundTrip;
import futures.model.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What came out of several strategies on one account. */
public final class JointResult implements RunResult {
    private final JointRequest request;
    private final JointManifest manifest;
    private final List<StrategyLedger> strategies;
    private final EquityCurve equity;
    private final List<DailyResult> days;
    private final int momentsInMarket;
    private ProfitInterval interval;

    private JointResult(
            JointRequest request,
            JointManifest manifest,
            List<StrategyLedger> strategies,
            EquityCurve equity,
            List<DailyResult> days,
            int momentsInMarket) {
        this.request = request;
        this.manifest = manifest;
        this.strategies = strategies;
        this.equity = equity;
        this.days = days;
        this.momentsInMarket = momentsInMarket;
    }

    static JointResult of(
            JointRequest request,
            List<Assignment> assignments,
            List<StrategySeat> seats,
            List<List<DailyResult>> daysBySeat,
            List<DailyResult> days,
            EquityCurve equity,
            int momentsInMarket) {
        List<StrategyLedger> ledgers = new ArrayList<>();
        for (int i = 0; i < seats.size(); i++) {
            ledgers.add(StrategyLedger.of(assignments.get(i), seats.get(i), daysBySeat.get(i)));
        }
        return new JointResult(
                request,
                JointManifest.of(request, seats, assignments),
                List.copyOf(ledgers),
                equity,
                List.copyOf(days),
                momentsInMarket);
    }

    public JointManifest manifest() {
        return manifest;
    }

    /** By name. */
    public List<StrategyLedger> strategies() {
        return strategies;
    }

    /** @throws IllegalArgumentException when there is none of that name */
    public StrategyLedger strategy(String name) {
        return strategies.stream()
                .filter(ledger -> ledger.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the run had no strategy " + name));
    }

    /** Of the account, at every moment at which bars closed. */
    @Override
    public EquityCurve equity() {
        return equity;
    }

    @Override
    public List<MarginChange> marginChanges() {
        return MarginUse.of(
                equity,
                request.markets().stream()
                        .map(market -> new MarginUse(
                                market,
                                request.ratesOf(market),
                                strategies.stream()
                                        .map(ledger -> ledger.markets()
                                                .get(market.bars().symbol()))
                                        .filter(Objects::nonNull)
                                        .flatMap(in -> in.fills().stream())))
                        .toList());
    }

    /** Of the account, by trading day: the latest among the markets' days. */
    public List<DailyResult> days() {
        return days;
    }

    /** Of all strategies, in the order of exits. */
    @Override
    public List<RoundTrip> trips() {
        return strategies.stream()
                .flatMap(ledger -> ledger.trips().stream())
                .sorted(Comparator.comparingLong(RoundTrip::exitTime))
                .toList();
    }

    /** Of all strategies, in the order in which it happened. */
    public List<RollTrade> rolls() {
        return strategies.stream()
                .flatMap(ledger -> ledger.markets().values().stream())
                .flatMap(market -> market.rolls().stream())
                .sorted(Comparator.comparingLong(RollTrade::time))
                .toList();
    }

    @Override
    public RollTotals rollTotals() {
        return RollTotals.of(rolls());
    }

    /** Of the account. */
    @Override
    public Map<Metric, Measure> metrics() {
        List<RoundTrip> trips = trips();
        Map<Metric, Measure> figures = TradeStatistics.of(trips);
        AccountStatistics.addAll(
                figures,
                TradeColumns.of(trips),
                AccountCourse.of(equity, days, manifest.firstBar(), (double) momentsInMarket / equity.size()));
        return Collections.unmodifiableMap(figures);
    }

    /**
     * The metrics of round trips of one side, and the drawdown of an account that had taken only these; those of equity as it
     * was at every moment are not in it.
     */
    @Override
    public Map<Metric, Measure> metrics(Side side) {
        List<RoundTrip> some =
                trips().stream().filter(trip -> trip.side() == side).toList();
        Map<Metric, Measure> figures = TradeStatistics.of(some);
        AccountStatistics.addClosed(figures, TradeColumns.of(some), equity.initialMillionths(), days.size());
        return Collections.unmodifiableMap(figures);
    }

    /** Bars of all strategies inside which the order of events mattered and cannot be known. */
    @Override
    public int ambiguousBars() {
        return strategies.stream()
                .flatMap(ledger -> ledger.markets().values().stream())
                .mapToInt(StrategyLedger.InMarket::ambiguousBars)
                .sum();
    }

    /**
     * Between which profits of the account the truth lies, given that bars do not tell in which order their prices came.
     * When there are ambiguous bars, the run is made again to find out, which takes as long as it did.
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

    /**
     * What in this result deserves a second look, the most serious first. Where {@link #interval} was asked for before, its
     * numbers are in it.
     */
    @Override
    public synchronized List<Finding> findings() {
        return Findings.of(FactsOfRun.of(this, request, interval));
    }

    /** SHA-256 of all ledgers and of equity at every moment, in lower-case hexadecimal. */
    @Override
    public String hash() {
        Sha256 hash = new Sha256();
        strategies.forEach(ledger -> ResultHash.add(hash, ledger));
        ResultHash.add(hash, equity);
        return hash.hex();
    }
}
