package futures.analytics.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/**
 * The fraction that makes capital grow fastest in the long run if the future were the past (Kelly 1956). It is an upper
 * bound and no size to trade: drawdowns at full Kelly are as deep as the account, a little more than it turns growth into
 * loss, and the edge is known from few trades. Hence {@link #capped}.
 */
public final class Kelly {
    /** Three quarters of the growth for half of the deviation. */
    public static final double HALF = 0.5;
    /** Of equity at risk in one trade, whatever the formula says. */
    public static final double MOST = 0.05;

    private static final int PLACES = 9;
    /** A step of Newton's squares what is wrong: after one as small as this nothing is left to be seen. */
    private static final double SMALL_STEP = 1e-8;
    /** Nearer to the loss of everything the slope bends too much for that. */
    private static final double NEAR_RUIN = 0.99;

    private Kelly() {}

    /**
     * p − (1 − p) / b: exact for bets that win {@code b} times what they lose; negative without an edge.
     *
     * @param winRate 0 to 1
     * @param payoff  average win / |average loss|, above 0
     */
    public static double ofPayoff(double winRate, double payoff) {
        if (!(winRate >= 0 && winRate <= 1) || !(payoff > 0)) {
            throw new IllegalArgumentException(
                    "Kelly needs a win rate from 0 to 1 and a payoff above 0, found " + winRate + " and " + payoff);
        }
        return winRate - (1 - winRate) / payoff;
    }

    /**
     * The f that maximises the mean of log(1 + f R), to thirteen digits or so: where the mean of R / (1 + f R) is zero, by Newton's
     * steps, halved where they leave the interval in which it lies. Of
     * R-multiples it is the fraction of equity to risk in each trade, of returns on capital the multiple of the size that
     * earned them.
     *
     * @return 0 when results do not gain on average; nothing when none lost, for then there is no bound
     */
    public static OptionalDouble ofResults(double[] results) {
        double sum = 0;
        double squares = 0;
        double cubes = 0;
        double worst = 0;
        for (double result : results) {
            double square = result * result;
            sum += result;
            squares += square;
            cubes += square * result;
            worst = Math.min(worst, result);
        }
        if (worst == 0) {
            return OptionalDouble.empty();
        }
        if (sum <= 0) {
            return OptionalDouble.of(0);
        }
        double low = 0;
        double high = -1 / worst;
        double f = Math.min(begin(sum, squares, cubes), high / 2);
        while (true) {
            double slope = 0;
            double curvature = 0;
            for (double result : results) {
                double part = result / (1 + f * result);
                slope += part;
                curvature += part * part;
            }
            if (slope > 0) {
                low = f;
            } else {
                high = f;
            }
            double next = f + slope / curvature;
            boolean inside = next > low && next < high;
            if (!inside) {
                next = low + (high - low) / 2;
            }
            if (next <= low || next >= high || next == f) {
                return OptionalDouble.of(next);
            }
            if (inside && Math.abs(next - f) <= f * SMALL_STEP && next < -NEAR_RUIN / worst) {
                return OptionalDouble.of(next);
            }
            f = next;
        }
    }

    /** Where sum - f squares + f² cubes is zero: the slope of growth up to small terms. */
    private static double begin(double sum, double squares, double cubes) {
        double under = squares * squares - 4 * sum * cubes;
        return under <= 0 ? sum / squares : 2 * sum / (squares + Math.sqrt(under));
    }

    /**
     * Vince's optimal f: the fraction of equity for which the largest loss of the past stands. Contracts are
     * ⌊equity × f / largest loss per contract⌋.
     *
     * @param results money per contract of each trade
     */
    public static OptionalDouble optimalF(double[] results) {
        double worst = 0;
        for (double result : results) {
            worst = Math.min(worst, result);
        }
        OptionalDouble kelly = ofResults(results);
        return kelly.isEmpty() ? kelly : OptionalDouble.of(kelly.getAsDouble() * -worst);
    }

    /** Half of it, at most 5 %, and nothing without an edge. */
    public static BigDecimal capped(double kelly) {
        return capped(kelly, HALF, MOST);
    }

    /**
     * @param share of Kelly, 0 to 1
     * @param most  fraction of equity that is never exceeded, 0 to 1
     * @return rounded to nine places, so that 0.1 is no 0.09999999999999998
     */
    public static BigDecimal capped(double kelly, double share, double most) {
        if (!(share >= 0 && share <= 1) || !(most >= 0 && most <= 1) || !Double.isFinite(kelly)) {
            throw new IllegalArgumentException("Kelly is capped by a share and a fraction from 0 to 1, found " + share
                    + " and " + most + " for " + kelly);
        }
        return BigDecimal.valueOf(Math.max(0, Math.min(kelly * share, most))).setScale(PLACES, RoundingMode.HALF_EVEN);
    }
}
