package futures.analytics.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** GARCH on data of a known model, and its likelihood written out. */
class VarianceModelTest {
    /** Returns of GARCH(1,1) with normal innovations. */
    private static double[] simulated(int count, double omega, double alpha, double beta, long seed) {
        Random random = new Random(seed);
        double variance = omega / (1 - alpha - beta);
        double[] returns = new double[count];
        for (int i = 0; i < count; i++) {
            returns[i] = 0.0004 + Math.sqrt(variance) * random.nextGaussian();
            double away = returns[i] - 0.0004;
            variance = omega + alpha * away * away + beta * variance;
        }
        return returns;
    }

    @Test
    void findsTheModelThatMadeTheData() {
        // errors of estimates of 8,000 returns are about 0.01 for alpha and 0.015 for beta
        VarianceModel model = VarianceModel.garch(simulated(8_000, 2e-6, 0.08, 0.90, 5));
        assertEquals(0.08, model.alpha(), 0.04);
        assertEquals(0.90, model.beta(), 0.06);
        assertEquals(1e-4, model.omega() / (1 - model.persistence()), 3e-5);
        VarianceModel other = VarianceModel.garch(simulated(8_000, 5e-5, 0.30, 0.40, 6));
        assertEquals(0.30, other.alpha(), 0.08);
        assertEquals(0.40, other.beta(), 0.12);
    }

    /** The likelihood with a variance kept for every period. */
    private static double naive(double[] returns, double omega, double alpha, double beta) {
        int n = returns.length;
        double mean = Arrays.stream(returns).sum() / n;
        double[] variance = new double[n];
        variance[0] = Arrays.stream(returns).map(r -> Math.pow(r - mean, 2)).sum() / n;
        for (int t = 1; t < n; t++) {
            variance[t] = omega + alpha * Math.pow(returns[t - 1] - mean, 2) + beta * variance[t - 1];
        }
        double sum = 0;
        for (int t = 0; t < n; t++) {
            sum += Math.log(
                    Math.exp(-Math.pow(returns[t] - mean, 2) / 2 / variance[t]) / Math.sqrt(2 * Math.PI * variance[t]));
        }
        return sum;
    }

    @Test
    void noPointOfAGridIsLikelier() {
        for (long seed = 1; seed <= 4; seed++) {
            double[] returns = simulated(700, 4e-6, 0.1, 0.85, seed);
            VarianceModel model = VarianceModel.garch(returns);
            double best = naive(returns, model.omega(), model.alpha(), model.beta());
            assertEquals(best, model.logLikelihood(returns), 1e-6);
            double longRun = model.omega() / (1 - model.persistence());
            for (double alpha = 0; alpha < 0.5; alpha += 0.02) {
                for (double beta = 0; alpha + beta < 0.999; beta += 0.03) {
                    for (double factor : new double[] {0.5, 0.8, 1, 1.25, 2}) {
                        double there = naive(returns, longRun * factor * (1 - alpha - beta), alpha, beta);
                        assertTrue(there <= best + 1e-6, seed + ": " + alpha + " " + beta + " is likelier");
                    }
                }
            }
            for (double nudge : new double[] {-1e-3, 1e-3}) {
                assertTrue(naive(returns, model.omega() * (1 + nudge), model.alpha(), model.beta()) <= best + 1e-9);
                assertTrue(naive(returns, model.omega(), model.alpha() * (1 + nudge), model.beta()) <= best + 1e-9);
                assertTrue(naive(returns, model.omega(), model.alpha(), model.beta() * (1 + nudge)) <= best + 1e-9);
            }
        }
    }

    @Test
    void residualsTimesDeviationsAreTheReturns() {
        double[] returns = simulated(300, 4e-6, 0.1, 0.85, 9);
        VarianceModel model = VarianceModel.garch(returns);
        double[] residuals = model.residuals(returns);
        double variance = model.first();
        for (int i = 0; i < returns.length; i++) {
            assertEquals(returns[i], model.mean() + residuals[i] * Math.sqrt(variance), 1e-15);
            variance = model.after(variance, Math.pow(returns[i] - model.mean(), 2));
        }
        assertEquals(variance, model.next(returns), 1e-18);
    }
}
