package futures.analytics.covariance;

import java.util.Locale;

/** Ways to estimate a covariance matrix from T periods of n returns. */
public enum CovarianceMethod {
    /** Divisor T − 1. */
    SAMPLE {
        @Override
        Covariance of(Centred returns) {
            return new Covariance(returns.covariance(returns.periods - 1), 0);
        }
    },
    /**
     * Towards equal variances without correlation (Ledoit and Wolf, "A well-conditioned estimator for large-dimensional
     * covariance matrices", 2004). Divisor T, as in scikit-learn.
     */
    LEDOIT_WOLF {
        @Override
        Covariance of(Centred returns) {
            return ScaledIdentity.shrink(returns);
        }
    },
    /**
     * Towards one common factor, the mean of all series (Ledoit and Wolf, "Improved estimation of the covariance matrix of
     * stock returns", 2003). Divisor T.
     */
    SINGLE_FACTOR {
        @Override
        Covariance of(Centred returns) {
            return SingleFactor.shrink(returns);
        }
    },
    /**
     * Towards the sample's variances with one correlation for all, the mean one (Ledoit and Wolf, "Honey, I shrunk the
     * sample covariance matrix", 2004). The sample has the divisor T − 1, the moments of its error T.
     */
    CONSTANT_CORRELATION {
        @Override
        Covariance of(Centred returns) {
            return ConstantCorrelation.shrink(returns);
        }
    };

    abstract Covariance of(Centred returns);

    /**
     * @param returns a row for each period, a column for each series; two periods at least
     * @return in squared units of the returns, per period
     */
    public Covariance estimate(double[][] returns) {
        return of(Centred.of(returns));
    }

    /** Its name in JSON: {@code ledoit_wolf}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
