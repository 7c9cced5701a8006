package futures.backtest.order;

import futures.backtest.series.MarketSource;
import futures.backtest.series.SeriesKey;
import futures.backtest.strategy.LoadedStrategy;
import futures.backtest.strategy.StrategyRegistry;
import futures.engine.Assignment;
import futures.engine.BacktestRequest;
import futures.engine.Costs;
import futures.engine.JointRequest;
import futures.engine.Market;
import futures.engine.Progress;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.model.Timeframe;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.MarketOrder;
import futures.wire.backtest.StrategyOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Turns a complete order into what the engine takes. */
public final class EngineRequests {
    private final StrategyRegistry strategies;
    private final MarketSource source;
    private final CostChoices costs;

    public EngineRequests(StrategyRegistry strategies, MarketSource source, Settings settings) {
        this.strategies = strategies;
        this.source = source;
        this.costs = new CostChoices(settings);
    }

    /** @throws Problem when the data service cannot give the market */
    public BacktestRequest single(BacktestOrder order) {
        LoadedStrategy strategy = strategies.find(order.strategyName());
        return BacktestRequest.of(strategy.maker(), market(order, order.symbol(), order.contract()))
                .withStrategyHash(strategy.contentHash())
                .withParameters(order.parameters())
                .withInitialCash(order.initialCash())
                .withCosts(costs.of(order, order.symbol()))
                .withFills(FillChoices.settings(order))
                .withSeed(order.seed());
    }

    /** @throws Problem when the data service cannot give a market, or the markets do not go together */
    public JointRequest joint(BacktestOrder order) {
        List<Assignment> assignments = new ArrayList<>();
        for (StrategyOrder one : order.strategies()) {
            LoadedStrategy strategy = strategies.find(one.strategyName());
            assignments.add(new Assignment(
                    one.name(), strategy.maker(), strategy.contentHash(), one.parameters(), one.symbol()));
        }
        List<Market> markets = new ArrayList<>();
        Map<String, Costs> bySymbol = new TreeMap<>();
        for (String symbol : JointChecks.symbols(order)) {
            MarketOrder own = order.markets() == null ? null : order.markets().get(symbol);
            markets.add(market(order, symbol, own == null ? null : own.contract()));
            bySymbol.put(symbol, costs.of(order, symbol));
        }
        try {
            return new JointRequest(
                    assignments,
                    markets,
                    order.initialCash(),
                    Costs.NONE,
                    bySymbol,
                    FillChoices.settings(order),
                    currency(markets),
                    Map.of(),
                    order.seed(),
                    Progress.UNOBSERVED);
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable("The run cannot be made: " + e.getMessage() + ".");
        }
    }

    /** That of all contracts; where they have several, one of them, and the engine says which rates are missing. */
    private static String currency(List<Market> markets) {
        return markets.stream()
                .map(market -> market.contract().currency())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("USD");
    }

    private Market market(BacktestOrder order, String symbol, String contract) {
        Timeframe timeframe = Timeframe.parse(order.timeframe());
        Market market = source.get(key(order, symbol, contract, timeframe));
        if (!FillChoices.magnified(order)) {
            return market;
        }
        Timeframe finer =
                order.finerTimeframe() == null ? finest(symbol, timeframe) : Timeframe.parse(order.finerTimeframe());
        return market.withFiner(source.get(key(order, symbol, contract, finer)).bars());
    }

    private static SeriesKey key(BacktestOrder order, String symbol, String contract, Timeframe timeframe) {
        return new SeriesKey(symbol, timeframe, order.startDate(), order.endDate(), contract);
    }

    private Timeframe finest(String symbol, Timeframe than) {
        return source.timeframes(symbol).stream()
                .filter(one -> one.compareTo(than) < 0)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> Problem.unprocessable("fill_mode magnifier walks bars finer than " + than
                                + ", and there are none of " + symbol
                                + "; import some, or take another fill_mode (pessimistic, optimistic, ohlc).")
                        .field("fill_mode", "magnifier", "no finer bars of " + symbol));
    }
}
