package futures.backtest.montecarlo;

import futures.backtest.order.EngineRequests;
import futures.backtest.series.MarketSource;
import futures.engine.BacktestRequest;
import futures.engine.Market;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.job.JobHandle;
import futures.model.Adjustment;
import futures.model.BarSeries;
import futures.wire.backtest.MonteCarlo;
import futures.wire.backtest.MonteCarlo.LeftOut;
import futures.wire.backtest.MonteCarlo.OtherMarket;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Does what a plan says with one result. */
final class MonteCarloWork {
    private static final int LEAST_DAYS = 20;
    private static final double DRAWN = 0.2;

    private static final String ALONE = "it is for runs of one strategy in one market";

    private final StoredResult result;
    private final MonteCarloPlan plan;
    private final MarketSource markets;
    private final Settings settings;
    private final JobHandle handle;
    private final List<MonteCarlo.Method> methods = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    /** Null until they are needed, for code may have to be compiled. */
    private EngineRequests requests;

    MonteCarloWork(
            StoredResult result, MonteCarloPlan plan, MarketSource markets, Settings settings, JobHandle handle) {
        this.result = result;
        this.plan = plan;
        this.markets = markets;
        this.settings = settings;
        this.handle = handle;
    }

    MonteCarlo answer() throws InterruptedException {
        trades();
        days();
        List<Rerun> again = new ArrayList<>();
        CostLadder ladder = onItsMarket(again);
        List<OtherMarket> others = null;
        if (plan.asks(OtherMarkets.NAME) && result.joint()) {
            leftOut.add(new LeftOut(OtherMarkets.NAME, ALONE));
        } else if (plan.asks(OtherMarkets.NAME)) {
            again.addAll(OtherMarkets.of(result.order(), plan.otherMarkets()));
            others = new ArrayList<>();
        }
        for (Reran reran : rerun(again)) {
            if (reran.leftOut() != null) {
                leftOut.add(reran.leftOut());
            } else if (reran.noise() != null) {
                methods.add(reran.noise());
            } else {
                others.add(reran.market());
            }
        }
        List<String> words =
                new ArrayList<>(methods.stream().map(MonteCarloWork::words).toList());
        if (ladder != null) {
            words.add(ladder.words());
        }
        if (others != null && !others.isEmpty()) {
            words.add(OtherMarkets.words(others));
        }
        return new MonteCarlo(
                result.id(),
                result.trades().size(),
                result.daily().size(),
                plan.seed(),
                List.copyOf(methods),
                ladder == null ? null : ladder.steps(),
                ladder == null ? null : ladder.breakEvenTicks(),
                others == null ? null : List.copyOf(others),
                List.copyOf(leftOut),
                List.copyOf(words));
    }

    private static String words(MonteCarlo.Method method) {
        return String.format(Locale.ROOT, "%s: %.1f %% (%s).", method.name(), method.pValue() * 100, method.meaning());
    }

    private void trades() {
        double[] nets = result.trades().nets();
        DrawnTrades drawn = new DrawnTrades(nets, plan.paths(nets.length), plan.seed());
        for (String name : List.of("shuffled_trades", "resampled_trades", "skipped_trades")) {
            if (plan.asks(name) && nets.length < 2) {
                leftOut.add(new LeftOut(name, "it needs two round trips, there are " + nets.length));
            } else if (plan.asks(name)) {
                handle.progress(0, name);
                methods.add(
                        switch (name) {
                            case "shuffled_trades" -> drawn.shuffled();
                            case "resampled_trades" -> drawn.resampled();
                            default -> drawn.skipped(plan.skipShare());
                        });
            }
        }
    }

    private void days() {
        int days = result.daily().size();
        if (plan.asks("day_blocks") && days < LEAST_DAYS) {
            leftOut.add(new LeftOut("day_blocks", "it needs " + LEAST_DAYS + " trading days, there are " + days));
        } else if (plan.asks("day_blocks")) {
            handle.progress(DRAWN / 2, "day_blocks");
            methods.add(DayBlocks.of(
                    result.daily().inMillionths(), result.daily().initialMillionths(), plan.paths(days), plan.seed()));
        }
    }

    /**
     * The ways that need the market: what keeps one of them from being done keeps all.
     *
     * @param again takes what the strategy has to run for
     */
    private CostLadder onItsMarket(List<Rerun> again) {
        List<String> asked = List.of("random_entries", NoiseRuns.NAME, "cost_ladder").stream()
                .filter(plan::asks)
                .toList();
        if (asked.isEmpty()) {
            return null;
        }
        BacktestRequest request;
        try {
            request = request();
        } catch (Problem e) {
            asked.forEach(name -> leftOut.add(new LeftOut(name, e.getMessage())));
            return null;
        }
        if (plan.asks("random_entries")) {
            randomEntries(request);
        }
        if (plan.asks(NoiseRuns.NAME)) {
            noise(request.market(), again);
        }
        if (!plan.asks("cost_ladder")) {
            return null;
        }
        Market market = request.market();
        LateFills late = differences(market) == null
                ? null
                : new LateFills(
                        differences(market),
                        StoredTrades.millionths(market.contract().pointValue()));
        return CostLadder.of(result.summary(), tickValue(market), result.trades(), late);
    }

    /** Bars on which profits are differences of prices; null when there are none, for prices jump at rolls or are scaled. */
    private static BarSeries differences(Market market) {
        return market.rollsWithin().isEmpty()
                ? market.bars()
                : market.adjustment() == Adjustment.DIFFERENCE ? market.signals() : null;
    }

    /** In the service, or in a process that a script may take with it. */
    private List<Reran> rerun(List<Rerun> again) throws InterruptedException {
        if (again.isEmpty()) {
            return List.of();
        }
        BiConsumer<Double, String> progress = (share, what) -> handle.progress(DRAWN + (1 - DRAWN) * share, what);
        if (result.code().script()) {
            return ScriptReruns.of(settings, result.code().kept(), again, plan.noise(), progress)
                    .run();
        }
        List<Reran> reran = new ArrayList<>();
        try {
            new Reruns(requests(), plan.noise(), RunHost.PLAIN, progress).run(again, 0, reran::add);
        } catch (Problem e) {
            again.forEach(one -> reran.add(one.leftOut(e.getMessage())));
        }
        return reran;
    }

    private EngineRequests requests() {
        if (requests == null) {
            requests = result.code().requests(markets, settings);
        }
        return requests;
    }

    private BacktestRequest request() {
        if (result.joint()) {
            throw Problem.unprocessable(ALONE);
        }
        handle.progress(DRAWN, "fetching bars of " + result.order().symbol());
        BacktestRequest request = requests().single(result.order()).request();
        String own = request.market().contract().currency();
        String currency = result.summary().at("/configuration/account_currency").asText(own);
        if (!currency.equals(own)) {
            throw Problem.unprocessable("the account is in " + currency + " and the contract in " + own);
        }
        return request;
    }

    private static BigDecimal tickValue(Market market) {
        return market.contract().ticks().tickSize().multiply(market.contract().pointValue());
    }

    private void randomEntries(BacktestRequest request) {
        Market market = request.market();
        BarSeries bars = differences(market);
        boolean exact = bars != null;
        if (!exact || result.trades().size() == 0) {
            leftOut.add(new LeftOut(
                    "random_entries",
                    exact
                            ? "there is no round trip"
                            : "prices of this series jump at rolls or are scaled; run it on the series with @diff"));
            return;
        }
        handle.progress(DRAWN, "random_entries");
        double slippage = StoredTrades.millionths(
                tickValue(market).multiply(BigDecimal.valueOf(request.costs().marketSlippageTicks())));
        double point = StoredTrades.millionths(market.contract().pointValue());
        methods.add(new RandomEntries(bars, point, slippage)
                .method(result.trades(), plan.paths(result.trades().size()), plan.seed()));
    }

    private void noise(Market market, List<Rerun> again) {
        String reason = !market.rollsWithin().isEmpty()
                ? "the run crosses rolls; run it on a dated contract or a plain series"
                : market.finer() != null ? "the fill mode magnifier has finer bars, which would stay" : null;
        if (reason == null) {
            again.add(new Rerun(NoiseRuns.NAME, result.order()));
        } else {
            leftOut.add(new LeftOut(NoiseRuns.NAME, reason));
        }
    }
}
