package futures.risk.measure;

import futures.analytics.inference.BlockLength;
import futures.analytics.performance.Drawdown;
import futures.analytics.ruin.AccountPaths;
import futures.analytics.ruin.PathDraw;
import futures.analytics.ruin.Spread;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.wire.risk.RuinAnswer;
import futures.wire.risk.RuinOrder;
import futures.wire.risk.SeriesAbout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Odds of ruin, falls and recoveries. */
final class RuinRoutes {
    private static final double CAPITAL = 100_000;
    private static final int MOST_STEPS = 10_000;
    private static final int MOST_PATHS = 200_000;
    private static final long MOST_DRAWS = 100_000_000;

    private final SeriesSource sources;

    RuinRoutes(SeriesSource sources) {
        this.sources = sources;
    }

    void declare(Routes routes) {
        SeriesSource.declare(routes.post("/api/risk/ruin"))
                .summary("Odds of ruin, exact and drawn; how deep falls go, and how long recoveries take")
                .description(
                        "Steps are round trips where there are some, periods otherwise, or given outcomes with their odds."
                                + " `shuffle` keeps the results and changes their order, so that the sum stays; `resample` draws"
                                + " each anew; `blocks` draws stretches of them. The same seed gives the same answer on any machine."
                                + " Steps times paths are at most " + MOST_DRAWS + ".")
                .body(RuinOrder.class)
                .answers(RuinAnswer.class)
                .handle(this::answer);
    }

    private RuinAnswer answer(Request request) {
        RuinOrder order = Given.body(request, RuinOrder.class);
        double size = order.size() == null ? 1 : Given.within("size", Given.above("size", order.size(), 0), 1, 0, 1e6);
        RuinOdds odds = order.outcomes() == null ? null : RuinOdds.given(order, size);
        SeriesAbout about = null;
        double[] results = new double[0];
        double capital;
        if (odds == null) {
            MeasuredSeries series = sources.of(request, order);
            about = series.about();
            capital = series.capital();
            results = results(series, size);
            odds = RuinOdds.of(results);
        } else {
            if (order.returns() != null || order.equity() != null || order.trades() != null) {
                throw Given.wrong("outcomes", null, "goes without a series");
            }
            capital = order.initialCapital() == null
                    ? CAPITAL
                    : Given.above("initial_capital", order.initialCapital(), 0);
        }
        int steps = Given.within(
                "steps",
                order.steps(),
                results.length == 0 ? 250 : Math.min(MOST_STEPS, results.length),
                1,
                MOST_STEPS);
        int paths = Given.within("paths", order.paths(), 10_000, 100, MOST_PATHS);
        if ((long) paths * steps > MOST_DRAWS) {
            throw Given.wrong("paths", paths, "times steps must be at most " + MOST_DRAWS);
        }
        double floor = Given.within("floor", order.floor(), 0, -1e12, 1e12);
        if (floor >= capital) {
            throw Given.wrong("floor", floor, "must be below the capital at the start, " + capital);
        }
        long seed = order.seed() == null ? 1 : order.seed();
        String kind = Given.choice("draw", order.draw(), "resample", "resample", "blocks", "shuffle");
        double meanBlock = meanBlock(order, kind, results);
        PathDraw draw = draw(kind, odds, results, steps, meanBlock, seed);
        AccountPaths drawn = new AccountPaths(draw, paths, capital, floor);
        Spreads.inParts(paths, drawn::fill);
        return new RuinAnswer(
                about,
                capital,
                floor,
                results.length == 0 ? odds.count() : results.length,
                steps,
                kind,
                meanBlock,
                paths,
                seed,
                odds.exact(capital - floor, steps),
                odds.formulas(capital - floor, steps),
                simulated(drawn, results),
                notes(kind, results, odds));
    }

    private static double[] results(MeasuredSeries series, double size) {
        double[] results;
        if (series.trips() != null) {
            results = new double[series.trips().size()];
            for (int i = 0; i < results.length; i++) {
                results[i] = series.trips().net(i) / 1e6 * size;
            }
        } else {
            double[] equity = series.series().equity();
            results = new double[equity.length - 1];
            for (int i = 0; i < results.length; i++) {
                results[i] = (equity[i + 1] - equity[i]) * size;
            }
        }
        if (results.length < 2) {
            throw Problem.unprocessable("Odds need at least two results, there are " + results.length + ".")
                    .field(series.kind(), results.length, "too few");
        }
        return results;
    }

    private static double meanBlock(RuinOrder order, String kind, double[] results) {
        if (!kind.equals("blocks")) {
            if (order.meanBlock() != null) {
                throw Given.wrong("mean_block", order.meanBlock(), "goes with \"draw\": \"blocks\"");
            }
            return 1;
        }
        if (results.length < 3) {
            throw Given.wrong("draw", kind, "needs a series of three results or more");
        }
        return order.meanBlock() == null
                ? Math.max(1, BlockLength.automatic(results))
                : Given.within("mean_block", order.meanBlock(), 1, 1, results.length);
    }

    private static PathDraw draw(String kind, RuinOdds odds, double[] results, int steps, double meanBlock, long seed) {
        return switch (kind) {
            case "shuffle" -> {
                if (results.length == 0 || steps != results.length) {
                    throw Given.wrong(
                            "draw", kind, "has every result once: give a series, and no other number of steps");
                }
                yield PathDraw.shuffle(results, seed);
            }
            case "blocks" -> PathDraw.blocks(results, steps, meanBlock, seed);
            default -> results.length == 0 ? odds.draw(steps, seed) : PathDraw.resample(results, steps, seed);
        };
    }

    private static RuinAnswer.Simulated simulated(AccountPaths drawn, double[] results) {
        int paths = drawn.paths();
        Spread ruined = Spread.of(drawn.ruinedAfter());
        double ruin = (double) ruined.count() / paths;
        Spread recovery = Spread.of(drawn.recoveries());
        Spread drawdown = Spread.of(drawn.drawdowns());
        Spread profit = Spread.of(drawn.profits());
        Double observed = results.length == 0 ? null : (Double) observed(results);
        return new RuinAnswer.Simulated(
                ruin,
                Math.sqrt(ruin * (1 - ruin) / paths),
                Spreads.wire(ruined),
                Spreads.wire(profit),
                1 - profit.atLeast(0),
                Spreads.wire(drawdown),
                Spreads.wire(Spread.of(drawn.drawdownFractions())),
                Spreads.wire(Spread.of(drawn.longestUnderWater())),
                (double) recovery.count() / paths,
                Spreads.wire(recovery),
                observed,
                observed == null ? null : (Double) (1 - drawdown.atLeast(observed + 1e-9)));
    }

    private static double observed(double[] results) {
        double[] sums = new double[results.length + 1];
        for (int i = 0; i < results.length; i++) {
            sums[i + 1] = sums[i] + results[i];
        }
        return -Drawdown.of(sums).deepest();
    }

    private static List<String> notes(String kind, double[] results, RuinOdds odds) {
        List<String> notes = new ArrayList<>();
        if (kind.equals("shuffle")) {
            notes.add(
                    "Every path has the same sum: a shuffle says how deep falls can be on the way to it, not what else could"
                            + " have come out.");
        } else {
            notes.add(
                    "The past's mean is taken for the future's; odds of a strategy that was picked for its past are too good.");
        }
        if (results.length > 0 && Arrays.stream(results).noneMatch(result -> result < 0)) {
            notes.add("No result lost: there is nothing to draw a ruin from.");
        }
        if (odds.mean() <= 0) {
            notes.add("The results do not gain on average: without an end ruin is certain.");
        }
        return notes;
    }
}
