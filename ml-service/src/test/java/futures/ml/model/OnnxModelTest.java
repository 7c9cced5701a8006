package futures.ml.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import futures.ml.model.Learner.Pause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxModelTest {
    private static final LinearModel MODEL =
            new LogisticRegression(1).solve(SmallModels.classes(), Pause.NONE).model();

    @ParameterizedTest
    @CsvSource({"false,false,1e-6", "true,false,1e-14", "false,true,1e-6", "true,true,1e-14"})
    void anImportedModelPredictsWhatItsMathematicsSay(boolean doubles, boolean classes, double close) {
        OnnxModel model = OnnxModel.imported(
                Task.CLASSIFICATION, OnnxFile.logistic(MODEL.intercept(), MODEL.coefficients(), doubles, classes));
        assertEquals(4, model.features());
        Matrix all = Matrix.of(SmallModels.COLUMNS);
        double[] expected = MODEL.predict(all);
        assertArrayEquals(expected, model.predict(all), close);
        assertEquals(expected[0], model.predict(SmallModels.first().row(0)), close);
        FittedModel again = ModelFile.read(model.bytes());
        assertArrayEquals(model.predict(all), again.predict(all));
        assertEquals(model.hash(), again.hash());
    }

    @Test
    void manyRowsArePredictedInParts() {
        double[] one = new double[25_001];
        one[25_000] = 1;
        OnnxModel model = OnnxModel.imported(Task.CLASSIFICATION, OnnxFile.logistic(0, new double[] {2}, true, false));
        double[] predicted = model.predict(Matrix.of(new double[][] {one}));
        assertEquals(0.5, predicted[24_999], 1e-15);
        assertEquals(Logistic.probability(2), predicted[25_000], 1e-15);
    }

    @Test
    void otherFilesAreRefusedWithTheReason() {
        assertThrows(IllegalArgumentException.class, () -> OnnxModel.imported(Task.REGRESSION, new byte[] {1, 2, 3}));
        assertThrows(IllegalArgumentException.class, () -> OnnxModel.imported(Task.REGRESSION, new byte[0]));
        OnnxModel model = OnnxModel.imported(Task.CLASSIFICATION, OnnxFile.logistic(0, new double[] {2}, true, false));
        assertThrows(IllegalArgumentException.class, () -> model.predict(new double[2]));
    }
}
