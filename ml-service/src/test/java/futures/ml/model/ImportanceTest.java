package futures.ml.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.ml.model.Learner.Pause;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ImportanceTest {
    private static final String FIGURES = "/permutation_importance_logloss_of_logistic_l2";

    /** scikit-learn's regression, as its solver left it a little before the end. */
    private static final FittedModel MODEL = new LinearModel(
            Task.CLASSIFICATION,
            SmallModels.number("/logistic_l2_C1/intercept"),
            SmallModels.numbers("/logistic_l2_C1/coef"));

    @Test
    void shufflingRaisesTheLossAsInTheReference() {
        PermutationImportance importance =
                new PermutationImportance(MODEL, Matrix.of(SmallModels.COLUMNS), SmallModels.CLASSES);
        assertEquals(SmallModels.number(FIGURES + "/base"), importance.loss(), 1e-6);
        for (JsonNode result : SmallModels.FIGURES.at(FIGURES + "/result")) {
            int feature = result.path("feature").asInt();
            for (int k = 0; k < 3; k++) {
                int[] order = Arrays.stream(SmallModels.numbers(FIGURES + "/permutations/" + k))
                        .mapToInt(place -> (int) place)
                        .toArray();
                assertEquals(result.path("per_permutation").get(k).doubleValue(), importance.of(feature, order), 1e-6);
            }
        }
    }

    @Test
    void drawnOrdersFollowTheSeedAndMoveValuesOnly() {
        PermutationImportance importance =
                new PermutationImportance(MODEL, Matrix.of(SmallModels.COLUMNS), SmallModels.CLASSES);
        double[][] one = importance.drawn(20, 3, Pause.NONE);
        assertArrayEquals(one, importance.drawn(20, 3, Pause.NONE));
        assertTrue(Arrays.stream(one[0]).average().orElseThrow() > 0.1, "the feature that classes were made of");
        assertTrue(Math.abs(Arrays.stream(one[2]).average().orElseThrow()) < 0.01, "one that says nothing");
        assertEquals(0, importance.of(0, SmallModels.rows(60)), 1e-15);
        assertThrows(
                IllegalArgumentException.class,
                () -> new PermutationImportance(MODEL, SmallModels.first(), new double[7]));
    }
}
