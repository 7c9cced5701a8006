package futures.risk.measure;

import futures.analytics.inference.BlockLength;
import futures.analytics.inference.SharpeSample;
import futures.analytics.performance.Drawdown;
import futures.analytics.performance.Measure;
import futures.analytics.performance.ReturnStatistics;
import futures.analytics.ruin.PathDraw;
import futures.analytics.ruin.ReturnPaths;
import futures.analytics.ruin.Spread;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.wire.risk.InferenceAnswer;
import futures.wire.risk.InferenceOrder;
import futures.wire.risk.MetricFigure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far a result can be told from luck. */
final class InferenceRoutes {
    private static final int MOST_PATHS = 100_000;
    private static final long MOST_DRAWS = 100_000_000;

    private final SeriesSource sources;

    InferenceRoutes(SeriesSource sources) {
        this.sources = sources;
    }

    void declare(Routes routes) {
        SeriesSource.declare(routes.post("/api/risk/inference"))
                .summary("Probabilistic and deflated Sharpe ratio, track record, bootstrap intervals")
                .description(
                        "Of the returns in the form in which they were given. PSR and track record by the papers of 2012"
                                + " and by their revision of 2025, each under its year; intervals are percentiles of a stationary"
                                + " bootstrap.")
                .body(InferenceOrder.class)
                .answers(InferenceAnswer.class)
                .handle(this::answer);
    }

    private InferenceAnswer answer(Request request) {
        InferenceOrder order = Given.body(request, InferenceOrder.class);
        MeasuredSeries series = sources.withPeriods(request, order, 3);
        double[] returns = series.returns();
        double yearly = Math.sqrt(series.periodsPerYear());
        double benchmark = Given.within("benchmark_sharpe", order.benchmarkSharpe(), 0, -100, 100);
        double confidence = Given.within("confidence", order.confidence(), 0.95, 0.501, 0.9999);
        int paths = Given.within("paths", order.paths(), 10_000, 100, MOST_PATHS);
        if ((long) paths * returns.length > MOST_DRAWS) {
            throw Given.wrong("paths", paths, "times periods must be at most " + MOST_DRAWS);
        }
        double meanBlock = order.meanBlock() == null
                ? Math.max(1, BlockLength.automatic(returns))
                : Given.within("mean_block", order.meanBlock(), 1, 1, returns.length);
        long seed = order.seed() == null ? 1 : order.seed();
        ReturnStatistics statistics = ReturnStatistics.of(returns, series.periodsPerYear());
        Measure ratio = statistics.sharpe(0);
        SharpeSample sample = ratio.defined() ? SharpeSample.of(returns) : null;
        ReturnPaths drawn = new ReturnPaths(PathDraw.blocks(returns, returns.length, meanBlock, seed), paths);
        Spreads.inParts(paths, drawn::fill);
        return new InferenceAnswer(
                series.about(),
                figure(ratio),
                figure(ratio.times(1 / yearly)),
                figure(statistics.skewness()),
                figure(statistics.kurtosis()),
                figure(sample == null ? ratio : sample.standardError().times(yearly)),
                benchmark,
                confidence,
                versions(
                        sample == null ? ratio : sample.probability(benchmark / yearly),
                        sample == null ? ratio : sample.revisedProbability(benchmark / yearly)),
                versions(
                        sample == null ? ratio : sample.minimumTrackRecord(benchmark / yearly, confidence),
                        sample == null ? ratio : sample.revisedTrackRecord(benchmark / yearly, confidence)),
                deflated(order, sample, ratio, series.periodsPerYear()),
                intervals(drawn, returns, statistics, confidence, series.periodsPerYear()),
                new InferenceAnswer.Drawn(paths, meanBlock, seed));
    }

    private static MetricFigure figure(Measure measure) {
        return new MetricFigure(measure.value(), measure.reason(), null, null, null);
    }

    private static Map<String, MetricFigure> versions(Measure of2012, Measure of2025) {
        Map<String, MetricFigure> versions = new LinkedHashMap<>();
        versions.put("2012", figure(of2012));
        versions.put("2025", figure(of2025));
        return versions;
    }

    private static InferenceAnswer.Deflated deflated(
            InferenceOrder order, SharpeSample sample, Measure ratio, double perYear) {
        if (order.trials() == null) {
            if (order.trialsVariance() != null) {
                throw Given.wrong("trials", null, "is needed with trials_variance");
            }
            return null;
        }
        if (order.trials() < 1) {
            throw Given.wrong("trials", order.trials(), "must be 1 or more");
        }
        if (order.trialsVariance() == null) {
            throw Given.wrong(
                    "trials_variance", null, "is needed with trials: the variance of their yearly Sharpe ratios");
        }
        double variance = Given.within("trials_variance", order.trialsVariance(), 0, 0, 1e6) / perYear;
        return new InferenceAnswer.Deflated(
                order.trials(),
                SharpeSample.expectedBest(order.trials(), variance) * Math.sqrt(perYear),
                figure(sample == null ? ratio : sample.deflated(order.trials(), variance)));
    }

    private static Map<String, InferenceAnswer.Interval> intervals(
            ReturnPaths drawn, double[] returns, ReturnStatistics statistics, double confidence, double perYear) {
        double yearly = Math.sqrt(perYear);
        double[] sums = new double[returns.length + 1];
        for (int i = 0; i < returns.length; i++) {
            sums[i + 1] = sums[i] + returns[i];
        }
        Map<String, InferenceAnswer.Interval> intervals = new LinkedHashMap<>();
        intervals.put(
                "annual_mean",
                interval(drawn.means(), perYear, statistics.mean().times(perYear), confidence));
        intervals.put("volatility", interval(drawn.deviations(), yearly, statistics.volatility(), confidence));
        intervals.put("sharpe", interval(drawn.sharpes(), yearly, statistics.sharpe(0), confidence));
        intervals.put("sortino", interval(drawn.sortinos(), yearly, statistics.sortino(), confidence));
        intervals.put("omega", interval(drawn.omegas(), 1, statistics.omega(), confidence));
        intervals.put(
                "max_drawdown_capital",
                interval(drawn.drawdowns(), 1, Measure.of(Drawdown.of(sums).deepest()), confidence));
        return intervals;
    }

    private static InferenceAnswer.Interval interval(
            double[] values, double factor, Measure observed, double confidence) {
        Spread spread =
                Spread.of(Arrays.stream(values).map(value -> value * factor).toArray());
        boolean none = spread.count() == 0;
        return new InferenceAnswer.Interval(
                observed.value(),
                none ? null : (Double) spread.at((1 - confidence) / 2),
                none ? null : (Double) spread.at((1 + confidence) / 2),
                spread.count(),
                observed.reason());
    }
}
