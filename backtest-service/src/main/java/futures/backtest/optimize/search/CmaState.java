package futures.backtest.optimize.search;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/** Mean, step size, covariance and evolution paths of a run; names and constants are those of the tutorial. */
final class CmaState {
    private static final double FIRST_STEP = 0.3;

    private final int n;
    private final double[] weights;
    private final double muEff;
    private final double cSigma;
    private final double dSigma;
    private final double cC;
    private final double c1;
    private final double cMu;
    private final double chi;
    private final double[] mean;
    private final double[] pathSigma;
    private final double[] pathC;
    private final double[][] covariance;
    private double sigma = FIRST_STEP;
    private double[][] axes;
    private double[] scales;
    private int told;

    CmaState(double[] mean, int lambda) {
        this.mean = mean;
        this.n = mean.length;
        int mu = lambda / 2;
        weights = new double[mu];
        for (int i = 0; i < mu; i++) {
            weights[i] = Math.log((lambda + 1) / 2.0) - Math.log(i + 1);
        }
        double sum = Arrays.stream(weights).sum();
        for (int i = 0; i < mu; i++) {
            weights[i] /= sum;
        }
        muEff = 1 / Arrays.stream(weights).map(w -> w * w).sum();
        cSigma = (muEff + 2) / (n + muEff + 5);
        dSigma = 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (n + 1)) - 1) + cSigma;
        cC = (4 + muEff / n) / (n + 4 + 2 * muEff / n);
        c1 = 2 / ((n + 1.3) * (n + 1.3) + muEff);
        cMu = Math.min(1 - c1, 2 * (muEff - 2 + 1 / muEff) / ((n + 2.0) * (n + 2.0) + muEff));
        chi = Math.sqrt(n) * (1 - 1.0 / (4 * n) + 1.0 / (21.0 * n * n));
        pathSigma = new double[n];
        pathC = new double[n];
        covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            covariance[i][i] = 1;
        }
        decompose();
    }

    private void decompose() {
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(covariance));
        axes = eigen.getV().getData();
        scales = Arrays.stream(eigen.getEigenvalues())
                .map(value -> Math.sqrt(Math.max(value, 1e-20)))
                .toArray();
    }

    /** A step from the mean, in units of the step size. */
    double[] draw(Random random) {
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            z[i] = scales[i] * random.nextGaussian();
        }
        return times(axes, z, false);
    }

    double[] point(double[] step) {
        double[] point = new double[n];
        for (int i = 0; i < n; i++) {
            point[i] = mean[i] + sigma * step[i];
        }
        return point;
    }

    double[] stepTo(double[] point) {
        double[] step = new double[n];
        for (int i = 0; i < n; i++) {
            step[i] = (point[i] - mean[i]) / sigma;
        }
        return step;
    }

    /** Of points along an axis. */
    double deviation(int axis) {
        return sigma * Math.sqrt(covariance[axis][axis]);
    }

    /** @param best steps of the better half, best first */
    void learn(List<double[]> best) {
        told++;
        double[] step = new double[n];
        for (int k = 0; k < weights.length; k++) {
            for (int i = 0; i < n; i++) {
                step[i] += weights[k] * best.get(k)[i];
            }
        }
        for (int i = 0; i < n; i++) {
            mean[i] += sigma * step[i];
        }
        double[] white = times(axes, step, true);
        for (int i = 0; i < n; i++) {
            white[i] /= scales[i];
        }
        white = times(axes, white, false);
        double length = 0;
        for (int i = 0; i < n; i++) {
            pathSigma[i] = (1 - cSigma) * pathSigma[i] + Math.sqrt(cSigma * (2 - cSigma) * muEff) * white[i];
            length += pathSigma[i] * pathSigma[i];
        }
        length = Math.sqrt(length);
        double expected = Math.sqrt(1 - Math.pow(1 - cSigma, 2.0 * told));
        boolean moves = length / expected < (1.4 + 2.0 / (n + 1)) * chi;
        for (int i = 0; i < n; i++) {
            pathC[i] = (1 - cC) * pathC[i] + (moves ? Math.sqrt(cC * (2 - cC) * muEff) * step[i] : 0);
        }
        adapt(best, moves);
        sigma = Math.min(1, sigma * Math.exp(cSigma / dSigma * (length / chi - 1)));
        decompose();
    }

    private void adapt(List<double[]> best, boolean moves) {
        double kept = 1 - c1 - cMu + (moves ? 0 : c1 * cC * (2 - cC));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double rankMu = 0;
                for (int k = 0; k < weights.length; k++) {
                    rankMu += weights[k] * best.get(k)[i] * best.get(k)[j];
                }
                covariance[i][j] = kept * covariance[i][j] + c1 * pathC[i] * pathC[j] + cMu * rankMu;
            }
        }
    }

    private double[] times(double[][] matrix, double[] vector, boolean transposed) {
        double[] product = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                product[i] += (transposed ? matrix[j][i] : matrix[i][j]) * vector[j];
            }
        }
        return product;
    }
}
