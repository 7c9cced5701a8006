package futures.engine;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.analytics.performance.TradeStatistics;
import futures.model.Fill;
import futures.model.RoundTrip;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one strategy of a joint run did, and what came of it. */
public final class StrategyLedger {
    /**
     * In one market.
     *
     * @param orders        all, in the order of sending
     * @param fills         in the order in which they happened
     * @param rolls         positions carried from one contract into the next
     * @param trips         in the order of exits
     * @param openPositions still held after the last bar
     * @param ambiguousBars bars inside which the order of events mattered and cannot be known
     * @param liquidations  times that its position was closed because the account could not hold it
     */
    public record InMarket(
            List<OrderLife> orders,
            List<Fill> fills,
            List<RollTrade> rolls,
            List<RoundTrip> trips,
            List<OpenPosition> openPositions,
            CostBreakdown costs,
            int ambiguousBars,
            int liquidations) {}

    private final String name;
    private final Map<String, InMarket> markets;
    private final List<DailyResult> days;
    private final StrategyLog log;

    private StrategyLedger(String name, Map<String, InMarket> markets, List<DailyResult> days, StrategyLog log) {
        this.name = name;
        this.markets = Collections.unmodifiableMap(markets);
        this.days = days;
        this.log = log;
    }

    static StrategyLedger of(Assignment assignment, StrategySeat seat, List<DailyResult> days) {
        Map<String, InMarket> markets = new TreeMap<>();
        for (Desk desk : seat.desks()) {
            Ledger ledger = desk.ledger;
            markets.put(
                    desk.market.bars().symbol(),
                    new InMarket(
                            Collections.unmodifiableList(ledger.orders),
                            Collections.unmodifiableList(ledger.fills),
                            ledger.rolls.trades(),
                            Collections.unmodifiableList(ledger.trips),
                            ledger.openPositions(),
                            ledger.costs(),
                            ledger.ambiguousBars(),
                            ledger.liquidations()));
        }
        return new StrategyLedger(assignment.name(), markets, List.copyOf(days), seat.log());
    }

    public String name() {
        return name;
    }

    /** By symbol: where it traded, or could have. */
    public Map<String, InMarket> markets() {
        return markets;
    }

    /** Of all markets, in the order of exits. */
    public List<RoundTrip> trips() {
        List<RoundTrip> trips = new ArrayList<>();
        markets.values().forEach(market -> trips.addAll(market.trips()));
        trips.sort(Comparator.comparingLong(RoundTrip::exitTime));
        return trips;
    }

    /** Its own profit by trading day, as if the account's initial cash had been its alone. */
    public List<DailyResult> days() {
        return days;
    }

    /** What it wrote; no part of the hash. */
    public StrategyLog log() {
        return log;
    }

    /** Of its round trips. */
    public Map<Metric, Measure> metrics() {
        return TradeStatistics.of(trips());
    }
}
