package futures.ml.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.ml.model.Learner.Pause;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreparationTest {
    @Test
    void featuresAreScaledAsInScikitLearn() {
        FittedModel model =
                new Preparation(false, true, 0).before(new LinearRegression(1)).fit(SmallModels.real(), 1, Pause.NONE);
        JsonNode steps = steps(model);
        assertArrayEquals(SmallModels.numbers("/standard_scaler/mean"), ModelFile.numbers(steps.path("means")), 1e-12);
        assertArrayEquals(
                SmallModels.numbers("/standard_scaler/scale_ddof0"),
                ModelFile.numbers(steps.path("deviations")),
                1e-12);
    }

    /** What is learnt from the first half is the same whatever the second is, and another thing when all of it is known. */
    @Test
    void rowsThatAreNotFittedOnTeachNothing() {
        double[][] changed = new double[4][];
        Arrays.setAll(changed, f -> SmallModels.COLUMNS[f].clone());
        for (double[] column : changed) {
            Arrays.fill(column, 30, 60, 1000);
        }
        double[] other = SmallModels.NUMBERS.clone();
        Arrays.fill(other, 30, 60, -5);
        Learner learner = new Preparation(true, true, 2).before(new LinearRegression(1));
        int[] half = SmallModels.rows(30);
        String known = learner.fit(new Sample(SmallModels.COLUMNS, half, SmallModels.NUMBERS, null), 1, Pause.NONE)
                .hash();
        assertEquals(
                known,
                learner.fit(new Sample(changed, half, other, null), 1, Pause.NONE)
                        .hash());
        assertFalse(known.equals(learner.fit(SmallModels.real(), 1, Pause.NONE).hash()));
    }

    @Test
    void missingValuesBecomeTheMedianOfTheRowsFittedOn() {
        double nan = Double.NaN;
        double[][] columns = {{1, nan, 3, 100, nan}, {nan, nan, nan, nan, 5}};
        double[] targets = {1, 2, 3, 4, 5};
        FittedModel model = new Preparation(true, true, 0)
                .before(new LinearRegression(1))
                .fit(new Sample(columns, new int[] {0, 1, 2, 3}, targets, null), 1, Pause.NONE);
        assertEquals(model.predict(new double[] {3, 0}), model.predict(new double[] {nan, nan}), 1e-12);
        assertThrows(
                IllegalArgumentException.class,
                () -> new LinearRegression(1).fit(new Sample(columns, new int[] {0, 1}, targets, null), 1, Pause.NONE));
    }

    @Test
    void theFeaturesThatCorrelateMostAreKept() {
        FittedModel model =
                new Preparation(false, false, 2).before(new LinearRegression(0)).fit(SmallModels.real(), 1, Pause.NONE);
        assertArrayEquals(new double[] {0, 2}, ModelFile.numbers(steps(model).path("kept")));
        assertEquals(4, model.features());
        FittedModel trees = new Preparation(true, true, 2)
                .before(LearnerKind.GRADIENT_BOOSTING.learner(
                        Task.REGRESSION, Map.of("n_estimators", 10.0), Preparation.NONE, false))
                .fit(SmallModels.real(), 1, Pause.NONE);
        assertEquals(4, trees.gain().orElseThrow().length);
        assertEquals(0, trees.gain().orElseThrow()[1]);
        double[] added = trees.contributions(SmallModels.first()).orElseThrow()[0];
        assertEquals(5, added.length);
        assertEquals(trees.predict(SmallModels.first())[0], Arrays.stream(added).sum(), 1e-5);
    }

    @Test
    void learnersSayWhatTheyTake() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> LearnerKind.of("oracle"))
                .getMessage()
                .contains("random_forest"));
        LearnerKind ridge = LearnerKind.RIDGE;
        assertThrows(IllegalArgumentException.class, () -> ridge.completed(Map.of("depth", 1.0)));
        assertThrows(IllegalArgumentException.class, () -> ridge.completed(Map.of("alpha", -1.0)));
        assertThrows(
                IllegalArgumentException.class, () -> LearnerKind.RANDOM_FOREST.completed(Map.of("n_estimators", 1.5)));
        assertThrows(
                IllegalArgumentException.class,
                () -> ridge.learner(Task.CLASSIFICATION, Map.of(), Preparation.NONE, false));
        assertThrows(
                IllegalArgumentException.class, () -> ridge.learner(Task.REGRESSION, Map.of(), Preparation.NONE, true));
        assertThrows(IllegalArgumentException.class, () -> new Preparation(true, true, -1));
    }

    private static JsonNode steps(FittedModel model) {
        String text = new String(model.bytes(), StandardCharsets.UTF_8);
        int from = text.indexOf('{');
        return ModelFile.json(text.substring(from, text.indexOf("}", from) + 1).getBytes(StandardCharsets.UTF_8));
    }
}
