package futures.engine;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.analytics.performance.TradeColumns;
import futures.analytics.performance.TradeStatistics;
import futures.engine.finding.Finding;
import futures.engine.finding.Findings;
import futures.model.RoundTrip;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What came out of several strategies on one account. */
public final class JointResult {
    private final JointRequest request;
    private final JointManifest manifest;
    private final List<StrategyLedger> strategies;
    private final EquityCurve equity;
    private final List<DailyResult> days;
    private final int momentsInMarket;

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
    public EquityCurve equity() {
        return equity;
    }

    /** Of the account, by trading day: the latest among the markets' days. */
    public List<DailyResult> days() {
        return days;
    }

    /** Of all strategies, in the order of exits. */
    public List<RoundTrip> trips() {
        return strategies.stream()
                .flatMap(ledger -> ledger.trips().stream())
                .sorted(Comparator.comparingLong(RoundTrip::exitTime))
                .toList();
    }

    /** Of the account. */
    public Map<Metric, Measure> metrics() {
        List<RoundTrip> trips = trips();
        Map<Metric, Measure> figures = TradeStatistics.of(trips);
        AccountStatistics.addAll(
                figures,
                TradeColumns.of(trips),
                AccountCourse.of(equity, days, manifest.firstBar(), (double) momentsInMarket / equity.size()));
        return Collections.unmodifiableMap(figures);
    }

    /** What in this result deserves a second look, the most serious first. */
    public List<Finding> findings() {
        return Findings.of(FactsOfRun.of(this, request));
    }

    /** SHA-256 of all ledgers and of equity at every moment, in lower-case hexadecimal. */
    public String hash() {
        Sha256 hash = new Sha256();
        strategies.forEach(ledger -> ResultHash.add(hash, ledger));
        ResultHash.add(hash, equity);
        return hash.hex();
    }
}
