package futures.analytics.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import futures.analytics.SampleReturns;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnMatrixTest {
    private static final double EXACT = 1e-12;

    /** The mean over all 45 pairs, computed pair by pair elsewhere. */
    @ParameterizedTest
    @CsvSource({
        "noise, -0.013338051605386222",
        "one_true_edge, 0.008140732973238078",
        "correlated_variants, 0.8275443869229889"
    })
    void meanCorrelation(String name, double mean) {
        List<double[]> returns = new ArrayList<>(SampleReturns.strategies(name));
        assertEquals(mean, ReturnMatrix.of(returns).meanCorrelation().value(), EXACT);
        returns.add(new double[160]);
        assertEquals(
                mean, ReturnMatrix.of(returns).meanCorrelation().value(), EXACT, "one that does not vary has none");
    }

    @Test
    void ofOneThereIsNoCorrelation() {
        assertFalse(ReturnMatrix.of(List.of(new double[] {1, 2}, new double[] {3, 3}))
                .meanCorrelation()
                .defined());
    }

    @Test
    void keepsEachStrategy() {
        List<double[]> returns = SampleReturns.strategies("noise");
        ReturnMatrix matrix = ReturnMatrix.of(returns);
        assertEquals(160, matrix.days());
        for (int k = 0; k < matrix.strategies(); k++) {
            assertArrayEquals(returns.get(k), matrix.strategy(k));
        }
    }

    @Test
    void refusesWhatIsNoMatrix() {
        for (List<double[]> wrong : List.of(
                List.<double[]>of(),
                List.of(new double[1]),
                List.of(new double[2], new double[3]),
                List.of(new double[] {0, Double.NaN}))) {
            assertThrows(IllegalArgumentException.class, () -> ReturnMatrix.of(wrong));
        }
    }

    @Test
    void trialsOfOneIdeaAreWorthFewer() {
        assertEquals(100, IndependentTrials.effective(100, -0.2), EXACT);
        assertEquals(100, IndependentTrials.effective(100, 0), EXACT);
        assertEquals(20.8, IndependentTrials.effective(100, 0.8), EXACT);
        assertEquals(1, IndependentTrials.effective(100, 1), EXACT);
        assertThrows(IllegalArgumentException.class, () -> IndependentTrials.effective(0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> IndependentTrials.effective(5, 1.1));
    }
}
