package futures.analytics.tail;

import futures.analytics.performance.Measure;
import futures.analytics.performance.ReturnStatistics;
import java.util.Locale;

/** Ways to tell the tail of what comes next. */
public enum TailMethod {
    HISTORICAL("quantile of the past; over a horizon of overlapping sums of the past", 1),
    AGE_WEIGHTED(
            "quantile of the past, a return weighing 0.98 of the one after it (Boudoukh, Richardson, Whitelaw 1998)",
            1),
    NORMAL("mean and deviation (n - 1) of a normal distribution", 2),
    CORNISH_FISHER(
            "normal, corrected for skewness and kurtosis, all of the population; shortfall of Boudt, Peterson, Croux (2008)",
            4),
    STUDENT("Student's distribution fitted by maximum likelihood", 20),
    EWMA("normal around zero with an exponentially weighted variance, 0.94 (RiskMetrics 1996)", 2),
    EWMA_FILTERED("residuals of the exponentially weighted variance, drawn again at the variance of now", 20),
    GARCH_FILTERED("residuals of a fitted GARCH(1,1), drawn again at the variance of now (Barone-Adesi 1999)", 100),
    MONTE_CARLO("sums drawn from the fitted Student's distribution, or one return of it", 20);

    private static final double AGE_DECAY = 0.98;

    private final String words;
    private final int least;

    TailMethod(String words, int least) {
        this.words = words;
        this.least = least;
    }

    public String words() {
        return words;
    }

    /** Returns that it needs. */
    public int least() {
        return least;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * A model of returns made of the past, to be asked for several levels.
     *
     * @param horizon periods ahead whose returns are added up, 1 or more
     * @param paths   to be drawn where it draws; the same seed draws the same
     */
    public TailModel fit(double[] returns, int horizon, int paths, long seed) {
        if (returns.length < least) {
            String reason = "it needs " + least + " returns, there are " + returns.length;
            return level -> TailRisk.undefined(reason);
        }
        ReturnStatistics statistics = ReturnStatistics.of(returns, 1);
        Measure deviation = statistics.deviation();
        if (deviation.defined() && deviation.value() == 0 && this != HISTORICAL && this != AGE_WEIGHTED) {
            return level -> TailRisk.undefined("returns do not vary");
        }
        double longer = Math.sqrt(horizon);
        return switch (this) {
            case HISTORICAL -> overlapping(returns, horizon);
            case AGE_WEIGHTED -> {
                TailModel model = level -> HistoricalTail.ageWeighted(returns, level, AGE_DECAY);
                yield horizon == 1 ? model : scaled(model, longer);
            }
            case NORMAL ->
                level -> NormalTail.of(statistics.mean().value() * horizon, deviation.value() * longer, level);
            case CORNISH_FISHER ->
                level -> NormalTail.cornishFisher(
                        statistics.mean().value() * horizon,
                        deviation.value() * Math.sqrt((returns.length - 1.0) / returns.length) * longer,
                        statistics.skewness().value() / longer,
                        (statistics.kurtosis().value() - 3) / horizon,
                        level);
            case STUDENT -> {
                StudentFit fit = StudentFit.of(returns);
                yield horizon == 1 ? fit::tail : scaled(fit::tail, longer);
            }
            case EWMA -> {
                double next = Math.sqrt(
                        VarianceModel.exponential(returns, VarianceModel.DECAY).next(returns));
                yield level -> NormalTail.of(0, next * longer, level);
            }
            case EWMA_FILTERED ->
                FilteredTail.of(VarianceModel.exponential(returns, VarianceModel.DECAY), returns, horizon, paths, seed);
            case GARCH_FILTERED -> FilteredTail.of(VarianceModel.garch(returns), returns, horizon, paths, seed);
            case MONTE_CARLO -> StudentPaths.of(StudentFit.of(returns), horizon, paths, seed);
        };
    }

    private static TailModel overlapping(double[] returns, int horizon) {
        if (returns.length < horizon) {
            return level -> TailRisk.undefined("there are fewer returns than the horizon has periods");
        }
        double[] sums = horizon == 1 ? returns : HistoricalTail.overlapping(returns, horizon);
        return level -> HistoricalTail.of(sums, level);
    }

    /** By the root of time, as if periods were independent around a mean of zero. */
    private static TailModel scaled(TailModel model, double factor) {
        return level -> {
            TailRisk one = model.at(level);
            return new TailRisk(
                    one.valueAtRisk().times(factor), one.expectedShortfall().times(factor));
        };
    }
}
