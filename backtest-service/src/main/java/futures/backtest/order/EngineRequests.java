package futures.backtest.order;

import futures.analytics.limit.Limit;
import futures.backtest.series.MarketSource;
import futures.backtest.series.ModelClient;
import futures.backtest.strategy.BotConfiguration;
import futures.backtest.strategy.KeptCode;
import futures.backtest.strategy.LoadedStrategy;
import futures.backtest.strategy.ScriptKind;
import futures.backtest.strategy.StrategyRegistry;
import futures.engine.Assignment;
import futures.engine.BacktestRequest;
import futures.engine.Costs;
import futures.engine.JointRequest;
import futures.engine.Market;
import futures.engine.Progress;
import futures.kit.ServiceClient;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.marketdata.SeriesKey;
import futures.model.BarSeries;
import futures.model.Timeframe;
import futures.model.bars.BarForm;
import futures.model.bars.Hours;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.DataGrade;
import futures.wire.backtest.MarketOrder;
import futures.wire.backtest.StrategyOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Turns a complete order into what the engine takes. */
public final class EngineRequests {
    private final StrategyRegistry strategies;
    private final MarketSource source;
    private final CostChoices costs;
    private final ModelClient models;

    public EngineRequests(StrategyRegistry strategies, MarketSource source, Settings settings) {
        this.strategies = strategies;
        this.source = source;
        this.costs = new CostChoices(settings);
        this.models = new ModelClient(new ServiceClient("ml", settings));
    }

    /** @throws Problem when the data service cannot give the market, or rates that it needs */
    public Prepared<BacktestRequest> single(BacktestOrder order) {
        LoadedStrategy strategy = strategies.take(order.strategyName());
        Market market = market(order, order.symbol(), order.contract());
        Account account = Account.of(order, List.of(market), source);
        BacktestRequest request = BacktestRequest.of(strategy.maker(), market)
                .withStrategyHash(strategy.contentHash())
                .withParameters(order.parameters())
                .withInitialCash(order.initialCash())
                .withCosts(costs.of(order, order.symbol(), market.contract()))
                .withFills(FillChoices.settings(order))
                .withRates(account.ratesOf(market))
                .withSeed(order.seed())
                .withLimits(limits(order));
        return prepared(request, order, account, List.of(market), List.of(strategy));
    }

    private static List<Limit> limits(BacktestOrder order) {
        return LimitChoices.of(order.riskLimits(), FillChoices.settings(order).checkMargin())
                .limits();
    }

    /**
     * The market of an order of one strategy.
     *
     * @throws Problem when the data service cannot give it
     */
    public Market market(BacktestOrder order) {
        return market(order, order.symbol(), order.contract());
    }

    /** Code of the strategies of an order, without those that are shipped; none when it has no script. */
    public List<KeptCode> scripts(BacktestOrder order) {
        List<String> names = OrderNames.each(order);
        List<KeptCode> codes = names.stream()
                .map(strategies::code)
                .filter(code -> !code.files().isEmpty())
                .toList();
        if (codes.stream().noneMatch(code -> code.kind().equals(ScriptKind.WORD))) {
            return List.of();
        }
        names.forEach(strategies::take); // what runs elsewhere is kept like what runs here
        return codes;
    }

    /** What is to be said of the strategies of an order that runs elsewhere, where nobody knows of their files. */
    public List<String> strategyWarnings(BacktestOrder order) {
        List<String> warnings = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (String hash : OrderNames.bots(order).keySet()) {
            strategies.bots().recent(hash).ifPresent(choice -> {
                BotConfiguration bot = choice.configuration();
                if (choice.warning() != null) {
                    warnings.add(choice.warning());
                }
                bot.warnings().forEach(warning -> warnings.add(bot.name() + ": " + warning));
                told.addAll(bot.values().keySet());
            });
        }
        for (String name : OrderNames.each(order)) {
            LoadedStrategy strategy = strategies.find(name);
            if (strategy.warning() != null) {
                warnings.add(strategy.warning());
            }
            List<String> unheard = strategies.unheard(
                    name,
                    given(order, name).stream()
                            .filter(one -> !told.contains(one))
                            .toList());
            if (!unheard.isEmpty()) {
                warnings.add("Nothing in " + name + " reads " + String.join(", ", unheard)
                        + ": no file of it has a word of that name. GET /api/strategies/" + name
                        + " lists what it asks for.");
            }
        }
        return warnings;
    }

    private static Set<String> given(BacktestOrder order, String strategy) {
        Set<String> names = new TreeSet<>();
        if (!OrderNames.joint(order)) {
            names.addAll(order.parameters().keySet());
        } else {
            order.strategies().stream()
                    .filter(one -> one.strategyName().equals(strategy))
                    .forEach(one -> names.addAll(one.parameters().keySet()));
        }
        return names;
    }

    private static <R> Prepared<R> prepared(
            R request, BacktestOrder order, Account account, List<Market> markets, List<LoadedStrategy> taken) {
        List<String> warnings = new ArrayList<>(account.warnings());
        taken.stream()
                .map(LoadedStrategy::warning)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(warnings::add);
        markets.forEach(market -> approximation(order, market).ifPresent(warnings::add));
        warnings.addAll(MarginNotes.of(order, markets));
        return new Prepared<>(request, account.currency(), List.copyOf(warnings));
    }

    private static Optional<String> approximation(BacktestOrder order, Market market) {
        BarSeries bars = market.bars();
        String how = bars.madeFrom() == null ? "" : BarChoices.form(order).approximation(bars.madeFrom());
        return how.isEmpty() ? Optional.empty() : Optional.of(bars.symbol() + " in " + bars.form() + ": " + how);
    }

    /** @throws Problem when the data service cannot give a market or rates, or the markets do not go together */
    public Prepared<JointRequest> joint(BacktestOrder order) {
        List<Assignment> assignments = new ArrayList<>();
        Map<String, LoadedStrategy> taken = new LinkedHashMap<>();
        for (StrategyOrder one : order.strategies()) {
            // Once each, so that one run has one version of it.
            LoadedStrategy strategy = taken.computeIfAbsent(one.strategyName(), strategies::take);
            assignments.add(new Assignment(
                    one.name(), strategy.maker(), strategy.contentHash(), one.parameters(), one.symbol()));
        }
        List<Market> markets = new ArrayList<>();
        Map<String, Costs> bySymbol = new TreeMap<>();
        for (String symbol : JointChecks.symbols(order)) {
            Market market = market(order, symbol, contract(order, symbol));
            markets.add(market);
            bySymbol.put(symbol, costs.of(order, symbol, market.contract()));
        }
        Account account = Account.of(order, markets, source);
        try {
            JointRequest request = new JointRequest(
                    assignments,
                    markets,
                    order.initialCash(),
                    Costs.NONE,
                    bySymbol,
                    FillChoices.settings(order),
                    account.currency(),
                    account.rates(),
                    order.seed(),
                    Progress.UNOBSERVED,
                    limits(order));
            return prepared(request, order, account, markets, List.copyOf(taken.values()));
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable("The run cannot be made: " + e.getMessage() + ".");
        }
    }

    /**
     * How far the bars of an order can be trusted: its markets in their order, each followed by the finer bars that the magnifier
     * walks.
     */
    public List<DataGrade> grades(BacktestOrder order) {
        Map<String, String> contracts = new LinkedHashMap<>();
        if (OrderNames.joint(order)) {
            JointChecks.symbols(order).forEach(symbol -> contracts.put(symbol, contract(order, symbol)));
        } else {
            contracts.put(order.symbol(), order.contract());
        }
        BarForm form = BarChoices.form(order);
        List<DataGrade> grades = new ArrayList<>();
        contracts.forEach((symbol, contract) -> {
            Timeframe stored = behind(key(order, symbol, contract, form));
            grades.add(source.grade(key(order, symbol, contract, BarForm.of(stored))));
            Timeframe finer = FillChoices.magnified(order) ? finer(order, symbol, form) : stored;
            if (!finer.equals(stored)) {
                grades.add(source.grade(key(order, symbol, contract, BarForm.of(finer))));
            }
        });
        return grades;
    }

    /** Of the bars in the store: those of the run, or those that they are made of. */
    private Timeframe behind(SeriesKey key) {
        BarForm form = key.form();
        boolean stored =
                form.hours() == Hours.ALL && source.timeframes(key.symbol()).contains(form.timeframe());
        Timeframe madeFrom = stored ? null : source.get(key).bars().madeFrom();
        return madeFrom == null ? form.timeframe() : madeFrom;
    }

    private static String contract(BacktestOrder order, String symbol) {
        MarketOrder own = order.markets() == null ? null : order.markets().get(symbol);
        return own == null ? null : own.contract();
    }

    private Market market(BacktestOrder order, String symbol, String contract) {
        BarForm form = BarChoices.form(order);
        Market market = read(order, source.get(key(order, symbol, contract, form)));
        if (!FillChoices.magnified(order)) {
            return market;
        }
        BarForm finer = BarForm.of(finer(order, symbol, form)).with(form.hours());
        BarSeries bars = market.bars();
        if (bars.madeFrom() == null) {
            return market.withFiner(
                    source.get(key(order, symbol, contract, finer)).bars());
        }
        // Made of all that belongs to them, which may reach beyond the range of the order.
        String start = Instant.ofEpochMilli(bars.openTime(0)).toString();
        String end = Instant.ofEpochMilli(bars.closeTime(bars.size() - 1)).toString();
        return market.withFiner(
                source.get(new SeriesKey(symbol, finer, start, end, contract)).bars());
    }

    private Market read(BacktestOrder order, Market market) {
        return order.models() == null ? market : models.with(market, order.models(), order.forceInSample());
    }

    private static SeriesKey key(BacktestOrder order, String symbol, String contract, BarForm form) {
        return new SeriesKey(symbol, form, order.startDate(), order.endDate(), contract);
    }

    private Timeframe finer(BacktestOrder order, String symbol, BarForm than) {
        return order.finerTimeframe() == null ? finest(symbol, than) : Timeframe.parse(order.finerTimeframe());
    }

    /** Bars without a length of their own may be walked by the very bars that they are made of. */
    private Timeframe finest(String symbol, BarForm than) {
        return source.timeframes(symbol).stream()
                .filter(one -> than.timeframe() == null || one.compareTo(than.timeframe()) < 0)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> Problem.unprocessable("fill_mode magnifier walks bars finer than " + than.name()
                                + ", and there are none of " + symbol
                                + "; import some, or take another fill_mode (pessimistic, optimistic, ohlc).")
                        .field("fill_mode", "magnifier", "no finer bars of " + symbol));
    }
}
