package futures.backtest.montecarlo;

import futures.backtest.order.EngineRequests;
import futures.engine.BacktestCancelled;
import futures.engine.BacktestRequest;
import futures.engine.Market;
import futures.engine.StrategyFailed;
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

/** Does what a plan says with one result. */
final class MonteCarloWork {
    private static final int LEAST_DAYS = 20;
    private static final double DRAWN = 0.2;

    private final StoredResult result;
    private final MonteCarloPlan plan;
    private final EngineRequests requests;
    private final JobHandle handle;
    private final List<MonteCarlo.Method> methods = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    MonteCarloWork(StoredResult result, MonteCarloPlan plan, EngineRequests requests, JobHandle handle) {
        this.result = result;
        this.plan = plan;
        this.requests = requests;
        this.handle = handle;
    }

    MonteCarlo answer() {
        trades();
        days();
        CostLadder ladder = rerun();
        List<OtherMarket> others = others();
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
                others,
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

    /** The ways that need the market: what keeps one of them from being done keeps all. */
    private CostLadder rerun() {
        List<String> asked = List.of("random_entries", "price_noise", "cost_ladder").stream()
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
        if (plan.asks("price_noise")) {
            noise(request);
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

    private List<OtherMarket> others() throws BacktestCancelled {
        if (!plan.asks(OtherMarkets.NAME)) {
            return null;
        }
        if (result.joint() || !requests.scripts(result.order()).isEmpty()) {
            leftOut.add(new LeftOut(
                    OtherMarkets.NAME,
                    result.joint()
                            ? "it is for runs of one strategy in one market"
                            : "it runs strategies in Java only"));
            return null;
        }
        return new OtherMarkets(result.order(), requests, leftOut).run(plan.otherMarkets(), handle);
    }

    private BacktestRequest request() {
        if (result.joint()) {
            throw Problem.unprocessable("it is for runs of one strategy in one market");
        }
        handle.progress(DRAWN, "fetching bars of " + result.order().symbol());
        BacktestRequest request = requests.single(result.order()).request();
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

    private void noise(BacktestRequest request) {
        String reason = !requests.scripts(result.order()).isEmpty()
                ? "it runs strategies in Java only"
                : !request.market().rollsWithin().isEmpty()
                        ? "the run crosses rolls; run it on a dated contract or a plain series"
                        : request.market().finer() != null
                                ? "the fill mode magnifier has finer bars, which would stay"
                                : null;
        if (reason != null) {
            leftOut.add(new LeftOut("price_noise", reason));
            return;
        }
        try {
            methods.add(new NoiseRuns(request, plan).method(handle, DRAWN));
        } catch (StrategyFailed e) {
            leftOut.add(new LeftOut("price_noise", "on other prices the strategy failed: " + e.getMessage()));
        }
    }
}
