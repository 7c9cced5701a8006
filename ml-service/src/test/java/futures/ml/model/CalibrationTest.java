package futures.ml.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.score.Reliability;
import futures.analytics.split.PurgedKFold;
import futures.analytics.split.Spans;
import futures.analytics.split.Split;
import futures.ml.model.Learner.Pause;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final double[] SAID = SmallModels.numbers("/calibration/p");
    private static final OutOfFold OUTSIDE = new OutOfFold(SAID, SmallModels.numbers("/calibration/y"), null);

    @Test
    void plattIsThatOfTheReference() {
        Platt platt = Platt.fit(OUTSIDE);
        assertEquals(SmallModels.number("/calibration/platt_on_logit/A"), platt.a(), 1e-4);
        assertEquals(SmallModels.number("/calibration/platt_on_logit/B"), platt.b(), 1e-4);
        assertArrayEquals(
                SmallModels.numbers("/calibration/platt_on_logit/prob"),
                Arrays.stream(SAID).map(platt::apply).toArray(),
                2e-5);
    }

    @Test
    void isotonicIsThatOfScikitLearn() {
        Isotonic isotonic = Isotonic.fit(OUTSIDE);
        assertArrayEquals(
                SmallModels.numbers("/calibration/isotonic_fitted"),
                Arrays.stream(SAID).map(isotonic::apply).toArray(),
                1e-8);
        assertArrayEquals(
                SmallModels.numbers("/calibration/isotonic_at/y"),
                Arrays.stream(SmallModels.numbers("/calibration/isotonic_at/x"))
                        .map(isotonic::apply)
                        .toArray(),
                1e-8);
    }

    /** The nearest rising function is max over lower sets of min over upper sets of means (Robertson, Wright and Dykstra 1988). */
    @Test
    void isotonicIsTheNearestRisingFunction() {
        Random random = new Random(4);
        for (int run = 0; run < 50; run++) {
            int n = 2 + random.nextInt(20);
            double[] said =
                    random.ints(n, 0, 8).mapToDouble(x -> (x + 1) / 10.0).toArray();
            double[] happened = random.ints(n, 0, 2).asDoubleStream().toArray();
            double[] weights = random.ints(n, 1, 4).asDoubleStream().toArray();
            Isotonic isotonic = Isotonic.fit(new OutOfFold(said, happened, weights));
            double[] points = Arrays.stream(said).distinct().sorted().toArray();
            for (int k = 0; k < points.length; k++) {
                double best = Double.NEGATIVE_INFINITY;
                for (int from = 0; from <= k; from++) {
                    double least = Double.POSITIVE_INFINITY;
                    for (int to = k; to < points.length; to++) {
                        double sum = 0;
                        double weight = 0;
                        for (int i = 0; i < n; i++) {
                            if (said[i] >= points[from] && said[i] <= points[to]) {
                                sum += weights[i] * happened[i];
                                weight += weights[i];
                            }
                        }
                        least = Math.min(least, sum / weight);
                    }
                    best = Math.max(best, least);
                }
                assertEquals(best, isotonic.apply(points[k]), 1e-12);
            }
        }
    }

    /** A model that says too much is put right with rows that it has not seen. */
    @Test
    void calibrationLowersTheErrorOnLaterRows() {
        Random random = new Random(7);
        int n = 6000;
        double[][] columns = new double[8][n];
        double[] targets = new double[n];
        for (int i = 0; i < n; i++) {
            for (double[] column : columns) {
                column[i] = random.nextGaussian();
            }
            targets[i] = random.nextDouble() < Logistic.probability(0.5 * columns[0][i]) ? 1 : 0;
        }
        int[] learn = SmallModels.rows(2000);
        double[][] early = Arrays.stream(columns)
                .map(column -> Arrays.copyOf(column, 2000))
                .toArray(double[][]::new);
        Learner keen = LearnerKind.GRADIENT_BOOSTING.learner(
                Task.CLASSIFICATION,
                Map.of("n_estimators", 100.0, "max_depth", 6.0, "learning_rate", 0.3),
                Preparation.NONE,
                false);
        CrossFit cross = new CrossFit(early, Arrays.copyOf(targets, 2000), null);
        for (Split split : new PurgedKFold(5, 0).split(new Spans(learn, learn))) {
            cross.fit(split, keen, 1, Pause.NONE);
        }
        FittedModel model = keen.fit(new Sample(columns, learn, targets, null), 1, Pause.NONE);
        double before = error(model, columns, targets);
        double platt = error(Platt.fit(cross.outOfFold()).of(model), columns, targets);
        double isotonic = error(Isotonic.fit(cross.outOfFold()).of(model), columns, targets);
        assertTrue(before > 0.15, "as it comes: " + before);
        assertTrue(platt < 0.06, "Platt: " + platt);
        assertTrue(isotonic < 0.08, "isotonic: " + isotonic);
    }

    private static double error(FittedModel model, double[][] columns, double[] targets) {
        int[] later = java.util.stream.IntStream.range(2000, targets.length).toArray();
        boolean[] happened = new boolean[later.length];
        for (int i = 0; i < later.length; i++) {
            happened[i] = targets[later[i]] == 1;
        }
        return Reliability.of(happened, model.predict(Matrix.of(columns, later)), 10)
                .expectedError();
    }

    @Test
    void onlyTestedRowsCount() {
        CrossFit cross = new CrossFit(SmallModels.COLUMNS, SmallModels.CLASSES, null);
        Split half = new PurgedKFold(2, 0)
                .split(new Spans(SmallModels.rows(60), SmallModels.rows(60)))
                .get(1);
        CrossFit.Fold fold = cross.fit(half, new LogisticRegression(1), 1, Pause.NONE);
        assertArrayEquals(half.test(), cross.outOfFold().rows());
        assertEquals(30, fold.predictions().length);
        CrossFit resumed = new CrossFit(SmallModels.COLUMNS, SmallModels.CLASSES, null);
        resumed.resume(half, ModelFile.read(fold.model().bytes()));
        assertArrayEquals(cross.outOfFold().predictions(), resumed.outOfFold().predictions());
    }

    @Test
    void whatCannotBeCalibratedIsSaid() {
        OutOfFold none = new OutOfFold(new double[] {Double.NaN}, new double[] {1}, null);
        assertThrows(IllegalArgumentException.class, () -> Platt.fit(none));
        assertThrows(IllegalArgumentException.class, () -> Isotonic.fit(none));
        FittedModel number = new LinearRegression(1).fit(SmallModels.real(), 1, Pause.NONE);
        assertThrows(IllegalArgumentException.class, () -> Platt.fit(OUTSIDE).of(number));
    }
}
