package futures.ml.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.ml.model.Learner.Pause;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TreeModelsTest {
    private static final double SINGLE = 1e-5;

    @Test
    void aFileOfPythonPredictsWhatItDidThere() {
        TreeModel model = TreeModel.imported(SmallModels.writtenByPython());
        assertEquals(Task.CLASSIFICATION, model.task());
        assertEquals(4, model.features());
        double[] expected = SmallModels.numbers("/xgboost_exact_5_rounds/proba");
        assertArrayEquals(expected, model.predict(SmallModels.first()), SINGLE);
        for (int i = 0; i < 8; i++) {
            assertEquals(expected[i], model.predict(SmallModels.first().row(i)), SINGLE);
        }
        double[][] added = model.contributions(SmallModels.first()).orElseThrow();
        assertArrayEquals(SmallModels.numbers("/xgboost_exact_5_rounds/shap_contribs_first_row"), added[0], SINGLE);
    }

    @Test
    void growingGivesTheSameTreesAsPython() {
        Learner learner = new GradientBoosting(
                Task.CLASSIFICATION,
                5,
                Map.of(
                        "max_depth",
                        3,
                        "learning_rate",
                        0.3,
                        "reg_lambda",
                        1.0,
                        "tree_method",
                        "exact",
                        "base_score",
                        0.5));
        FittedModel model = learner.fit(SmallModels.classes(), 0, Pause.NONE);
        assertArrayEquals(
                SmallModels.numbers("/xgboost_exact_5_rounds/proba"), model.predict(SmallModels.first()), SINGLE);
        double[] gain = model.gain().orElseThrow();
        double[] expected = new double[4];
        for (int f = 0; f < 4; f++) {
            expected[f] = SmallModels.number("/xgboost_exact_5_rounds/gain/f" + f)
                    * SmallModels.number("/xgboost_exact_5_rounds/weight/f" + f);
        }
        double total = Arrays.stream(expected).sum();
        for (int f = 0; f < 4; f++) {
            assertEquals(expected[f] / total, gain[f], SINGLE);
        }
    }

    /** Of a forest of one tree on all rows and features nothing is left but Breiman's tree. */
    @Test
    void aForestOfOneTreeIsTheTreeOfScikitLearn() {
        Map<String, Object> regression =
                Map.of("tree_method", "exact", "max_depth", 2, "min_child_weight", 5, "subsample", 1);
        FittedModel numbers = new RandomForest(Task.REGRESSION, 1, regression).fit(SmallModels.real(), 1, Pause.NONE);
        assertArrayEquals(
                SmallModels.numbers("/cart_regressor_depth2/pred"), numbers.predict(SmallModels.first()), SINGLE);
        assertArrayEquals(
                SmallModels.numbers("/cart_regressor_depth2/importance_mdi"),
                numbers.gain().orElseThrow(),
                SINGLE);
        Map<String, Object> classification =
                Map.of("tree_method", "exact", "max_depth", 3, "min_child_weight", 1, "subsample", 1);
        FittedModel classes =
                new RandomForest(Task.CLASSIFICATION, 1, classification).fit(SmallModels.classes(), 1, Pause.NONE);
        assertArrayEquals(
                SmallModels.numbers("/cart_classifier_depth3/proba"), classes.predict(SmallModels.first()), SINGLE);
        assertArrayEquals(
                SmallModels.numbers("/cart_classifier_depth3/importance_mdi"),
                classes.gain().orElseThrow(),
                SINGLE);
    }

    /** What the features add and what they are added to is the prediction, in log-odds where trees are boosted. */
    @ParameterizedTest
    @EnumSource(
            value = LearnerKind.class,
            names = {"RANDOM_FOREST", "GRADIENT_BOOSTING"})
    void contributionsAddUp(LearnerKind kind) {
        for (Task task : Task.values()) {
            FittedModel model = kind.learner(task, Map.of("n_estimators", 20.0), Preparation.NONE, false)
                    .fit(task == Task.REGRESSION ? SmallModels.real() : SmallModels.classes(), 3, Pause.NONE);
            double[] predicted = model.predict(SmallModels.first());
            double[][] added = model.contributions(SmallModels.first()).orElseThrow();
            for (int i = 0; i < predicted.length; i++) {
                double sum = Arrays.stream(added[i]).sum();
                boolean logOdds = task == Task.CLASSIFICATION && kind == LearnerKind.GRADIENT_BOOSTING;
                assertEquals(predicted[i], logOdds ? Logistic.probability(sum) : sum, SINGLE);
            }
            assertEquals(1, Arrays.stream(model.gain().orElseThrow()).sum(), 1e-9);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = LearnerKind.class,
            names = {"RANDOM_FOREST", "GRADIENT_BOOSTING"})
    void theSeedDecidesAndMissingValuesAreNoHindrance(LearnerKind kind) {
        double[][] holes = new double[4][];
        Arrays.setAll(holes, f -> SmallModels.COLUMNS[f].clone());
        holes[0][3] = Double.NaN;
        holes[2][40] = Double.NaN;
        Sample sample = new Sample(holes, SmallModels.rows(60), SmallModels.CLASSES, null);
        Learner learner = kind.learner(
                Task.CLASSIFICATION,
                Map.of("n_estimators", 30.0, kind == LearnerKind.RANDOM_FOREST ? "min_samples_leaf" : "gamma", 1.0),
                Preparation.NONE,
                false);
        String one = learner.fit(sample, 5, Pause.NONE).hash();
        assertEquals(one, learner.fit(sample, 5, Pause.NONE).hash());
        assertTrue(!one.equals(learner.fit(sample, 6, Pause.NONE).hash()));
    }

    @Test
    void aFitEndsWhenItIsTold() {
        int[] passed = {0};
        Pause third = () -> {
            if (++passed[0] == 3) {
                throw new UnsupportedOperationException("told");
            }
        };
        for (LearnerKind kind : new LearnerKind[] {LearnerKind.RANDOM_FOREST, LearnerKind.GRADIENT_BOOSTING}) {
            passed[0] = 0;
            Learner learner = kind.learner(Task.REGRESSION, Map.of(), Preparation.NONE, false);
            assertThrows(UnsupportedOperationException.class, () -> learner.fit(SmallModels.real(), 1, third));
            assertEquals(3, passed[0]);
        }
    }

    @Test
    void otherFilesAreRefusedWithTheReason() {
        assertThrows(
                IllegalArgumentException.class,
                () -> TreeModel.imported("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThrows(IllegalArgumentException.class, () -> TreeModel.imported(new byte[] {1, 2, 3}));
        String ranks = new String(SmallModels.writtenByPython(), java.nio.charset.StandardCharsets.UTF_8)
                .replace("binary:logistic", "rank:pairwise");
        assertThrows(
                IllegalArgumentException.class,
                () -> TreeModel.imported(ranks.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        TreeModel model = TreeModel.imported(SmallModels.writtenByPython());
        assertThrows(IllegalArgumentException.class, () -> model.predict(new double[3]));
    }
}
