package futures.engine;

import futures.analytics.limit.Limit;
import futures.model.Adjustment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a joint result depends on. Equal manifests, the JDK apart, give equal results.
 *
 * @param strategies by name
 * @param markets    by symbol
 * @param ratesHash  SHA-256 of the currency rates, by currency
 * @param limits     by which orders were refused; none where nothing was limited
 */
public record JointManifest(
        String engineVersion,
        List<StrategyIdentity> strategies,
        List<MarketIdentity> markets,
        BigDecimal initialCash,
        String currency,
        Map<String, String> ratesHash,
        FillSettings fills,
        long seed,
        List<Limit> limits,
        String jdk) {

    /**
     * @param strategyName the strategy's own name
     * @param parameters   all of them, with the values that were used
     */
    public record StrategyIdentity(
            String name, String strategyName, String strategyHash, Map<String, Object> parameters, String symbol) {}

    /**
     * @param firstBar     open time of the first bar, epoch milliseconds UTC
     * @param lastBar      open time of the last bar
     * @param calendarHash SHA-256 of the trading days of the bars and their hours
     * @param rollsHash    SHA-256 of the rolls between the contracts of the bars; empty when there are none
     * @param adjustment   what strategies saw of earlier contracts
     * @param models       that strategies of this market could read; none where the order named none
     */
    public record MarketIdentity(
            String symbol,
            String timeframe,
            long firstBar,
            long lastBar,
            int bars,
            String dataHash,
            String contractHash,
            String calendarHash,
            String marginHash,
            String finerHash,
            String rollsHash,
            Adjustment adjustment,
            Costs costs,
            List<ModelIdentity> models) {}

    static JointManifest of(JointRequest request, List<StrategySeat> seats, List<Assignment> assignments) {
        List<StrategyIdentity> strategies = new ArrayList<>();
        for (int i = 0; i < seats.size(); i++) {
            Assignment assignment = assignments.get(i);
            strategies.add(new StrategyIdentity(
                    assignment.name(),
                    seats.get(i).strategyName(),
                    assignment.strategyHash(),
                    seats.get(i).parameters(),
                    assignment.symbol()));
        }
        Map<String, String> rates = new TreeMap<>();
        request.rates().forEach((currency, table) -> rates.put(currency, table.hash()));
        return new JointManifest(
                Backtest.ENGINE_VERSION,
                List.copyOf(strategies),
                request.markets().stream()
                        .map(market -> identity(market, request.costsOf(market)))
                        .sorted(Comparator.comparing(MarketIdentity::symbol))
                        .toList(),
                request.initialCash(),
                request.currency(),
                rates,
                request.fills(),
                request.seed(),
                request.limits(),
                System.getProperty("java.version"));
    }

    private static MarketIdentity identity(Market market, Costs costs) {
        int last = market.bars().size() - 1;
        return new MarketIdentity(
                market.bars().symbol(),
                market.bars().form(),
                market.bars().openTime(0),
                market.bars().openTime(last),
                last + 1,
                market.dataHash(),
                market.contractHash(),
                market.calendarHash(),
                market.margins().hash(),
                market.finerHash(),
                market.rollsHash(),
                market.adjustment(),
                costs,
                market.modelIdentities());
    }

    /** Open time of the first bar of all, epoch milliseconds UTC. */
    public long firstBar() {
        return markets.stream().mapToLong(MarketIdentity::firstBar).min().orElseThrow();
    }
}
