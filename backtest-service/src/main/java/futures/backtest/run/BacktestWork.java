package futures.backtest.run;

import futures.analytics.performance.Metric;
import futures.backtest.series.Markets;
import futures.backtest.series.SeriesKey;
import futures.backtest.store.BacktestStore;
import futures.backtest.store.ResultPart;
import futures.backtest.strategy.LoadedStrategy;
import futures.backtest.strategy.StrategyRegistry;
import futures.engine.Backtest;
import futures.engine.BacktestCancelled;
import futures.engine.BacktestRequest;
import futures.engine.BacktestResult;
import futures.engine.Costs;
import futures.engine.FillSettings;
import futures.engine.Market;
import futures.engine.StrategyFailed;
import futures.kit.ServiceClient;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.job.JobHandle;
import futures.model.Timeframe;
import futures.strategy.Strategy;
import futures.wire.backtest.BacktestAnswer;
import futures.wire.backtest.BacktestOrder;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Does one backtest: fetches the market, runs the engine, stores what came out. */
public final class BacktestWork {
    private static final int EQUITY_POINTS_STORED = 6_000;
    private static final double FETCH_SHARE = 0.1;
    private static final double ENGINE_SHARE = 0.8;

    private final StrategyRegistry strategies;
    private final Markets markets;
    private final BacktestStore store;
    private final PortfolioRecorder recorder;
    private final Settings settings;
    private final Clock clock;

    public BacktestWork(
            StrategyRegistry strategies,
            Markets markets,
            BacktestStore store,
            ServiceClient portfolio,
            Settings settings,
            Clock clock) {
        this.strategies = strategies;
        this.markets = markets;
        this.store = store;
        this.recorder = new PortfolioRecorder(portfolio, store);
        this.settings = settings;
        this.clock = clock;
    }

    /** Refuses what cannot be right before it is queued. */
    void check(BacktestOrder order) {
        require("strategy_name", order.strategyName());
        require("symbol", order.symbol());
        LoadedStrategy strategy = strategies.find(order.strategyName());
        configured(strategy, order);
        timeframe(order);
        fills(order);
        costs(order);
        cash(order);
    }

    private static void require(String field, String value) {
        if (value == null || value.isBlank()) {
            throw Problem.badRequest("Say which " + field + ".").field(field, value, "missing");
        }
    }

    BacktestAnswer run(String id, BacktestOrder order, JobHandle handle) {
        handle.progress(0, "fetching bars of " + order.symbol());
        Market market = markets.get(
                new SeriesKey(order.symbol(), timeframe(order), order.startDate(), order.endDate(), order.contract()));
        handle.progress(FETCH_SHARE, "running " + order.strategyName());
        BacktestResult result = run(request(order, market), handle);
        handle.progress(FETCH_SHARE + ENGINE_SHARE, "storing the result");

        Answers answers = new Answers(id, order, market, result, settings.integer("limits.result_rows"));
        if (order.recordToPortfolio()) {
            try {
                answers.recorded(recorder.record(id, order, cash(order), result.trips()));
            } catch (Problem e) {
                answers.warn("The round trips were not recorded in a portfolio: " + e.getMessage());
            }
        }
        Map<ResultPart, Object> parts = new EnumMap<>(ResultPart.class);
        parts.put(ResultPart.TRADES, answers.trades());
        parts.put(ResultPart.ORDERS, Rows.orders(result));
        parts.put(ResultPart.DAILY, Rows.days(result));
        parts.put(ResultPart.EQUITY, Rows.equity(result, EQUITY_POINTS_STORED));
        store.finish(
                id,
                answers.summary(),
                Figures.money(result.metrics().get(Metric.NET_PROFIT).value()),
                result.trips().size(),
                parts,
                clock.instant());
        return answers.whole();
    }

    private static BacktestResult run(BacktestRequest request, JobHandle handle) {
        try {
            return Backtest.run(request.withProgress((done, total) -> {
                double share = total == 0 ? 1 : (double) done / total;
                handle.progress(FETCH_SHARE + ENGINE_SHARE * share, "bar %,d of %,d".formatted(done, total));
                return !handle.cancelled();
            }));
        } catch (StrategyFailed e) {
            throw Problem.unprocessable("The strategy failed: " + e.getMessage());
        } catch (BacktestCancelled e) {
            handle.progress(FETCH_SHARE, "cancelled");
            throw e;
        }
    }

    private BacktestRequest request(BacktestOrder order, Market market) {
        LoadedStrategy strategy = strategies.find(order.strategyName());
        return BacktestRequest.of(strategy.maker(), market)
                .withStrategyHash(strategy.contentHash())
                .withParameters(configured(strategy, order))
                .withInitialCash(cash(order))
                .withCosts(costs(order))
                .withFills(fills(order))
                .withSeed(order.seed() == null ? 0 : order.seed());
    }

    /** The YAML's values with the order's over them, checked by the strategy itself. */
    private static Map<String, Object> configured(LoadedStrategy strategy, BacktestOrder order) {
        if (strategy.error() != null && order.parameters() == null) {
            throw Problem.unprocessable("The configuration of " + strategy.name() + " is wrong: " + strategy.error());
        }
        Map<String, Object> values = new LinkedHashMap<>(strategy.standards());
        if (order.parameters() != null) {
            values.putAll(order.parameters());
        }
        try {
            Strategy instance = strategy.maker().get();
            instance.configure(values);
            return instance.values();
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable(e.getMessage()).field("parameters", values, e.getMessage());
        }
    }

    private static Timeframe timeframe(BacktestOrder order) {
        try {
            return order.timeframe() == null ? Timeframe.MINUTE : Timeframe.parse(order.timeframe());
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(e.getMessage()).field("timeframe", order.timeframe(), e.getMessage());
        }
    }

    private BigDecimal cash(BacktestOrder order) {
        BigDecimal cash = order.initialCash() == null ? settings.decimal("defaults.initial_cash") : order.initialCash();
        if (cash.signum() <= 0 || cash.compareTo(new BigDecimal("1e12")) > 0) {
            throw Problem.unprocessable("'initial_cash' must be above 0 and at most 1,000,000,000,000.")
                    .field("initial_cash", cash, "out of range");
        }
        return cash;
    }

    private Costs costs(BacktestOrder order) {
        BigDecimal commission =
                order.commission() == null ? settings.decimal("defaults.commission") : order.commission();
        BigDecimal fees = order.fees() == null ? BigDecimal.ZERO : order.fees();
        int slippage =
                order.slippageTicks() == null ? settings.integer("defaults.slippage_ticks") : order.slippageTicks();
        try {
            return new Costs(commission, fees, slippage, slippage);
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable(e.getMessage()).field("commission", commission, e.getMessage());
        }
    }

    private static FillSettings fills(BacktestOrder order) {
        FillSettings standard = FillSettings.STANDARD;
        return new FillSettings(
                choice("limit_fill", order.limitFill(), "through", "touch", standard.limitsNeedThrough()),
                choice("off_grid_prices", order.offGridPrices(), "round", "refuse", standard.roundOffGridPrices()),
                standard.capSlippage(),
                standard.checkMargin());
    }

    private static boolean choice(String field, String given, String yes, String no, boolean standard) {
        if (given == null) {
            return standard;
        }
        if (!given.equals(yes) && !given.equals(no)) {
            throw Problem.badRequest("'" + field + "' must be " + yes + " or " + no + ".")
                    .field(field, given, "must be " + yes + " or " + no);
        }
        return given.equals(yes);
    }
}
