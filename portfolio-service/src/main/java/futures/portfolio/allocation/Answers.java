package futures.portfolio.allocation;

import futures.analytics.performance.Drawdown;
import futures.analytics.weights.Dendrogram;
import futures.analytics.weights.DrawdownOverlap;
import futures.analytics.weights.HierarchicalRiskParity;
import futures.analytics.weights.Mix;
import futures.analytics.weights.RiskWeights;
import futures.wire.allocation.AllocatedResult;
import futures.wire.allocation.Allocation;
import futures.wire.allocation.AllocationWalk;
import futures.wire.allocation.MixFigures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Puts the answer together. */
final class Answers {
    private static final double YEAR = Sharing.DAYS_A_YEAR;

    private final Chosen chosen;
    private final int n;
    private final double[] weights;
    private final double[] exposures;
    private final double[][] covariance;
    private final double riskFree;
    private final Course exact;
    private final Course whole;
    private final Course equal;

    Answers(Chosen chosen) {
        this.chosen = chosen;
        this.n = chosen.aligned.results();
        this.weights = chosen.shares.weights();
        this.exposures = chosen.shares.exposures();
        this.covariance = chosen.shares.covariance().matrix();
        this.riskFree = chosen.order.riskFree();
        this.exact = Course.ofReturns(chosen.capital, Mix.returns(chosen.returns, exposures));
        this.equal = Course.ofReturns(chosen.capital, Mix.returns(chosen.returns, RiskWeights.equal(n)));
        double[] multiples =
                IntStream.range(0, n).mapToDouble(chosen::wholeMultiple).toArray();
        this.whole = new Course(chosen.capital, Mix.returns(chosen.aligned.profits(chosen.lookback), multiples));
    }

    Allocation with(AllocationWalk walk, String walkMissing) {
        List<LocalDate> days = chosen.aligned.days();
        Dendrogram tree = HierarchicalRiskParity.tree(chosen.shares.covariance(), chosen.rule.distance());
        return new Allocation(
                span(days),
                span(days.subList(days.size() - chosen.lookback, days.size())),
                chosen.order.capital(),
                chosen.shares.leverage(),
                chosen.shares.covariance().shrinkage(),
                lines(),
                expected(),
                new Allocation.InSample(figures(exact), figures(whole), figures(equal)),
                wholeContracts(),
                rounded(chosen.shares.covariance().correlation()),
                new Allocation.Clusters(
                        chosen.order.hrpDistance(),
                        Arrays.stream(tree.order()).boxed().toList(),
                        tree.merges().stream()
                                .map(merge -> new Allocation.Merge(
                                        merge.left(), merge.right(), rounded(merge.distance()), merge.size()))
                                .toList()),
                drawdowns(),
                curves(),
                walk,
                walkMissing,
                warnings());
    }

    static Allocation.Span span(List<LocalDate> days) {
        return new Allocation.Span(days.get(0), days.get(days.size() - 1), days.size());
    }

    private MixFigures figures(Course course) {
        return course.figures(riskFree);
    }

    private List<Allocation.Line> lines() {
        double[] means = Sharing.means(chosen.returns);
        double[] contributions = Mix.riskContributions(covariance, weights);
        return IntStream.range(0, n)
                .mapToObj(i -> line(i, means[i] * YEAR, contributions[i]))
                .toList();
    }

    private Allocation.Line line(int i, double annual, double contribution) {
        AllocatedResult result = chosen.order.results().get(i);
        double volatility = Math.sqrt(covariance[i][i] * YEAR);
        return new Allocation.Line(
                result.name(),
                result.backtest(),
                result.strategy(),
                result.portfolio(),
                chosen.sources.get(i).initialCash(),
                chosen.aligned.missing(i),
                chosen.aligned.left(i),
                annual,
                volatility,
                (annual - riskFree) / volatility,
                weights[i],
                contribution,
                chosen.multiple(i),
                result.contracts(),
                chosen.whole.target()[i],
                chosen.whole.units()[i],
                chosen.wholeMultiple(i) * chosen.aligned.cash(i) / chosen.capital,
                chosen.sources.get(i).margin());
    }

    private Allocation.Expected expected() {
        double annual = Mix.mean(Sharing.means(chosen.returns), exposures) * YEAR;
        double volatility = Math.sqrt(Mix.variance(covariance, exposures) * YEAR);
        return new Allocation.Expected(
                annual, volatility, volatility > 0 ? Double.valueOf((annual - riskFree) / volatility) : null);
    }

    private Allocation.Whole wholeContracts() {
        double error = Math.sqrt(chosen.whole.trackingVariance() * YEAR);
        return new Allocation.Whole(
                chosen.order.marginBudget(),
                chosen.whole.scale(),
                chosen.marginsKnown() ? Course.money(chosen.whole.margin()) : null,
                Course.money(error),
                error / chosen.capital);
    }

    private Allocation.Drawdowns drawdowns() {
        DrawdownOverlap overlap = DrawdownOverlap.of(chosen.returns);
        return new Allocation.Drawdowns(
                IntStream.range(0, n)
                        .mapToObj(i -> rounded(overlap.timeUnderWater(i)))
                        .toList(),
                rounded(overlap.shares()),
                deepest());
    }

    private Allocation.Fall deepest() {
        Drawdown drawdown = exact.drawdown();
        if (drawdown.deepest() == 0) {
            return null;
        }
        List<BigDecimal> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int t = drawdown.peak(); t < drawdown.trough(); t++) {
                sum += exposures[i] * chosen.capital * chosen.returns[t][i];
            }
            parts.add(Course.money(sum));
        }
        return new Allocation.Fall(
                drawdown.peak() == 0 ? null : day(drawdown.peak() - 1),
                day(drawdown.trough() - 1),
                Course.money(exact.equityAt(drawdown.trough()) - exact.equityAt(drawdown.peak())),
                parts);
    }

    private LocalDate day(int t) {
        List<LocalDate> days = chosen.aligned.days();
        return days.get(days.size() - chosen.lookback + t);
    }

    private Allocation.Curves curves() {
        int[] shown = Course.spread(chosen.lookback, chosen.order.points());
        List<List<BigDecimal>> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double[] profits = new double[chosen.lookback];
            for (int t = 0; t < profits.length; t++) {
                profits[t] = exposures[i] * chosen.capital * chosen.returns[t][i];
            }
            parts.add(new Course(weights[i] * chosen.capital, profits).equity(shown));
        }
        return new Allocation.Curves(
                IntStream.of(shown).mapToObj(this::day).toList(),
                exact.equity(shown),
                whole.equity(shown),
                equal.equity(shown),
                parts);
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (chosen.shares.moved()) {
            warnings.add("The weights of " + chosen.order.method()
                    + " lay outside of the bounds; these are the nearest ones within them.");
        }
        for (int i = 0; i < n; i++) {
            if (chosen.aligned.missing(i) > 0) {
                warnings.add("'" + chosen.name(i) + "' lacks " + chosen.aligned.missing(i) + " of the "
                        + chosen.aligned.days().size() + " days; they count as days without gain.");
            }
        }
        if (chosen.whole.scale() < 1) {
            warnings.add(
                    "The margin budget allows %.1f %% of the exact contracts.".formatted(100 * chosen.whole.scale()));
        }
        if (Arrays.stream(chosen.whole.units()).allMatch(units -> units == 0)) {
            warnings.add("No whole contract fits: the capital is too small for these results at their size.");
        }
        if (chosen.lookback < n) {
            warnings.add("There are fewer days than results: the sample covariance is singular, a shrunk one is not.");
        }
        return warnings;
    }

    static double rounded(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }

    private static List<List<Double>> rounded(double[][] table) {
        return Arrays.stream(table)
                .map(row -> Arrays.stream(row).map(Answers::rounded).boxed().toList())
                .toList();
    }
}
