package futures.ml.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.ml.model.Learner.Pause;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearModelsTest {
    private static final double CLOSE = 1e-6;

    @Test
    void logisticRegressionIsThatOfStatsmodels() {
        LogisticRegression.Fit fit = new LogisticRegression(0).solve(SmallModels.classes(), Pause.NONE);
        assertEquals(SmallModels.number("/logit_mle/const"), fit.model().intercept(), CLOSE);
        assertArrayEquals(SmallModels.numbers("/logit_mle/coef"), fit.model().coefficients(), CLOSE);
        assertArrayEquals(SmallModels.numbers("/logit_mle/se"), fit.errors(), CLOSE);
        assertEquals(SmallModels.number("/logit_mle/llf"), fit.logLikelihood(), CLOSE);
        assertArrayEquals(SmallModels.numbers("/logit_mle/proba"), fit.model().predict(SmallModels.first()), CLOSE);
    }

    @Test
    void withAPenaltyItIsThatOfScikitLearn() {
        LinearModel model = new LogisticRegression(1)
                .solve(SmallModels.classes(), Pause.NONE)
                .model();
        assertEquals(SmallModels.number("/logistic_l2_C1/intercept"), model.intercept(), 2e-5);
        assertArrayEquals(SmallModels.numbers("/logistic_l2_C1/coef"), model.coefficients(), 2e-5);
        assertArrayEquals(SmallModels.numbers("/logistic_l2_C1/proba"), model.predict(SmallModels.first()), 2e-5);
    }

    @Test
    void regressionsAreThoseOfOtherLibraries() {
        LinearModel ols = fit(new LinearRegression(0));
        assertEquals(SmallModels.number("/ols/const"), ols.intercept(), CLOSE);
        assertArrayEquals(SmallModels.numbers("/ols/coef"), ols.coefficients(), CLOSE);
        LinearModel ridge = fit(new LinearRegression(2));
        assertEquals(SmallModels.number("/ridge_alpha2/intercept"), ridge.intercept(), CLOSE);
        assertArrayEquals(SmallModels.numbers("/ridge_alpha2/coef"), ridge.coefficients(), CLOSE);
        LinearModel lasso = fit(new Lasso(0.1));
        assertEquals(SmallModels.number("/lasso_alpha0p1/intercept"), lasso.intercept(), CLOSE);
        assertArrayEquals(SmallModels.numbers("/lasso_alpha0p1/coef"), lasso.coefficients(), CLOSE);
        assertEquals(0, lasso.coefficients()[1]);
    }

    /** A row of weight two is the row twice. */
    @Test
    void aWeightIsANumberOfRows() {
        Random random = new Random(3);
        double[] weights = random.ints(60, 0, 3).asDoubleStream().toArray();
        int[] repeated = java.util.stream.IntStream.range(0, 60)
                .flatMap(i -> java.util.stream.IntStream.generate(() -> i).limit((long) weights[i]))
                .toArray();
        int[] all = SmallModels.rows(60);
        for (LearnerKind kind : LearnerKind.values()) {
            if (kind.linear()) {
                double[] targets = kind.tasks().contains(Task.REGRESSION) ? SmallModels.NUMBERS : SmallModels.CLASSES;
                Learner learner = kind.learner(kind.tasks().get(0), java.util.Map.of(), Preparation.NONE, false);
                double[] weighted = learner.fit(new Sample(SmallModels.COLUMNS, all, targets, weights), 1, Pause.NONE)
                        .predict(SmallModels.first());
                double[] again = learner.fit(new Sample(SmallModels.COLUMNS, repeated, targets, null), 1, Pause.NONE)
                        .predict(SmallModels.first());
                assertArrayEquals(again, weighted, 1e-9, kind.key());
            }
        }
    }

    @Test
    void balancedClassesWeighTheSame() {
        double[] classes = new double[60];
        Arrays.fill(classes, 0, 10, 1);
        Sample balanced = new Sample(SmallModels.COLUMNS, SmallModels.rows(60), classes, null).balanced();
        assertEquals(3, balanced.weight(0), 1e-12);
        assertEquals(0.6, balanced.weight(59), 1e-12);
        FittedModel model = LearnerKind.LOGISTIC
                .learner(Task.CLASSIFICATION, java.util.Map.of(), Preparation.NONE, true)
                .fit(new Sample(SmallModels.COLUMNS, SmallModels.rows(60), classes, null), 1, Pause.NONE);
        double[] predicted = model.predict(Matrix.of(SmallModels.COLUMNS));
        double ones = Arrays.stream(predicted, 0, 10).average().orElseThrow() / 2
                + Arrays.stream(predicted, 10, 60).average().orElseThrow() / 2;
        assertEquals(0.5, ones, 1e-6, "a model with an intercept says as much of each class as there is");
    }

    /** Newton's method ends where the gradient does, whatever the size of the features. */
    @Test
    void unitsOfFeaturesDoNotMatter() {
        double[][] large = {SmallModels.COLUMNS[0].clone(), SmallModels.COLUMNS[1].clone()};
        for (int i = 0; i < 60; i++) {
            large[0][i] = 20_000 + 5_000 * large[0][i];
            large[1][i] *= 1e-6;
        }
        double[][] small = {SmallModels.COLUMNS[0], SmallModels.COLUMNS[1]};
        Learner learner = new LogisticRegression(0);
        double[] one = learner.fit(new Sample(small, SmallModels.rows(60), SmallModels.CLASSES, null), 1, Pause.NONE)
                .predict(Matrix.of(small));
        double[] other = learner.fit(new Sample(large, SmallModels.rows(60), SmallModels.CLASSES, null), 1, Pause.NONE)
                .predict(Matrix.of(large));
        assertArrayEquals(one, other, 1e-8);
    }

    @Test
    void whatCannotBeFittedIsSaid() {
        double[] sides = new double[60];
        for (int i = 0; i < 60; i++) {
            sides[i] = SmallModels.COLUMNS[0][i] > 0 ? 1 : 0;
        }
        Sample apart = new Sample(SmallModels.COLUMNS, SmallModels.rows(60), sides, null);
        assertTrue(assertThrows(
                        IllegalArgumentException.class, () -> new LogisticRegression(0).fit(apart, 1, Pause.NONE))
                .getMessage()
                .contains("penalty"));
        double[][] twice = {SmallModels.COLUMNS[0], SmallModels.COLUMNS[0]};
        Sample same = new Sample(twice, SmallModels.rows(60), SmallModels.NUMBERS, null);
        assertThrows(IllegalArgumentException.class, () -> new LinearRegression(0).fit(same, 1, Pause.NONE));
        Sample one = new Sample(SmallModels.COLUMNS, SmallModels.rows(60), new double[60], null);
        assertThrows(IllegalArgumentException.class, () -> new LogisticRegression(1).fit(one, 1, Pause.NONE));
        double[][] holes = {SmallModels.COLUMNS[0].clone()};
        holes[0][5] = Double.NaN;
        Sample missing = new Sample(holes, SmallModels.rows(60), SmallModels.CLASSES, null);
        assertTrue(assertThrows(
                        IllegalArgumentException.class, () -> new LogisticRegression(1).fit(missing, 1, Pause.NONE))
                .getMessage()
                .contains("row 5"));
    }

    private static LinearModel fit(Learner learner) {
        return (LinearModel) learner.fit(SmallModels.real(), 1, Pause.NONE);
    }
}
