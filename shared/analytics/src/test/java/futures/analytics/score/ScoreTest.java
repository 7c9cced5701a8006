package futures.analytics.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.ReferenceTables;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final double CLOSE = 1e-8;
    private static final ReferenceTables REFERENCE = ReferenceTables.read(ScoreTest.class, "scores.txt");
    private static final boolean[] ACTUAL = classes(REFERENCE.row("y"));
    private static final double[] SCORES = REFERENCE.row("p");

    @Test
    void figuresAreThoseOfScikitLearn() {
        assertEquals(REFERENCE.number("roc_auc"), Discrimination.rocAuc(ACTUAL, SCORES), CLOSE);
        assertEquals(REFERENCE.number("average_precision"), Discrimination.averagePrecision(ACTUAL, SCORES), CLOSE);
        assertEquals(REFERENCE.number("log_loss"), ProbabilityLoss.logLoss(ACTUAL, SCORES), CLOSE);
        assertEquals(REFERENCE.number("brier"), ProbabilityLoss.brier(ACTUAL, SCORES), CLOSE);
        assertEquals(
                REFERENCE.number("ece_5_equal_width_bins"),
                Reliability.of(ACTUAL, SCORES, 5).expectedError(),
                CLOSE);
    }

    @Test
    void classesAreCountedAsInScikitLearn() {
        Confusion counts = Confusion.of(ACTUAL, SCORES, 0.5);
        double[] expected = REFERENCE.row("confusion");
        assertEquals((long) expected[0], counts.trueNegatives());
        assertEquals((long) expected[1], counts.falsePositives());
        assertEquals((long) expected[2], counts.falseNegatives());
        assertEquals((long) expected[3], counts.truePositives());
        assertEquals(REFERENCE.number("accuracy"), counts.accuracy(), CLOSE);
        assertEquals(REFERENCE.number("precision"), counts.precision(), CLOSE);
        assertEquals(REFERENCE.number("recall"), counts.recall(), CLOSE);
        assertEquals(REFERENCE.number("f1"), counts.f1(), CLOSE);
        assertEquals(REFERENCE.number("mcc"), counts.matthews(), CLOSE);
        assertEquals(REFERENCE.number("balanced_accuracy"), counts.balancedAccuracy(), CLOSE);
        assertEquals(REFERENCE.number("kappa"), counts.kappa(), CLOSE);
    }

    @Test
    void correlationsAreThoseOfScipy() {
        double[] predicted = REFERENCE.row("pred");
        double[] realised = REFERENCE.row("realised");
        assertEquals(REFERENCE.number("ic_pearson"), InformationCoefficient.linear(predicted, realised), CLOSE);
        assertEquals(REFERENCE.number("ic_spearman"), InformationCoefficient.rank(predicted, realised), CLOSE);
    }

    /** Pair by pair, with ties of every kind. */
    @Test
    void theAreaIsThePartOfPairsInOrder() {
        Random random = new Random(1);
        for (int run = 0; run < 200; run++) {
            int n = 2 + random.nextInt(40);
            boolean[] actual = new boolean[n];
            double[] scores = new double[n];
            for (int i = 0; i < n; i++) {
                actual[i] = random.nextBoolean();
                scores[i] = (random.nextInt(8) - 4) * (random.nextBoolean() ? 0.25 : -0.0);
            }
            double won = 0;
            double pairs = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (actual[i] && !actual[j]) {
                        pairs++;
                        won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                    }
                }
            }
            assertEquals(won / pairs, Discrimination.rocAuc(actual, scores), 1e-12);
        }
    }

    /** The spread of the area of scores that say nothing. */
    @Test
    void theErrorOfTheAreaIsItsSpread() {
        Random random = new Random(2);
        double squares = 0;
        int runs = 4000;
        for (int run = 0; run < runs; run++) {
            boolean[] actual = new boolean[50];
            for (int i = 0; i < 20; i++) {
                actual[i] = true;
            }
            double off = Discrimination.rocAuc(actual, random.doubles(50).toArray()) - 0.5;
            squares += off * off;
        }
        assertEquals(1, Math.sqrt(squares / runs) / Discrimination.rocAucError(20, 30), 0.05);
    }

    @Test
    void binsHoldTheirLowerEdge() {
        double[] edges = new double[101];
        boolean[] actual = new boolean[101];
        for (int i = 0; i <= 100; i++) {
            edges[i] = i / 100.0;
        }
        Reliability reliability = Reliability.of(actual, edges, 100);
        for (int b = 0; b < 100; b++) {
            assertEquals(b == 99 ? 2 : 1, reliability.bins().get(b).count(), "bin " + b);
        }
        assertTrue(Double.isNaN(
                Reliability.of(new boolean[1], new double[1], 2).bins().get(1).frequency()));
    }

    @Test
    void whatSaysNothingIsNotANumber() {
        boolean[] same = {true, true};
        double[] scores = {0.1, 0.2};
        assertTrue(Double.isNaN(Discrimination.rocAuc(same, scores)));
        assertTrue(Double.isNaN(Discrimination.averagePrecision(new boolean[2], scores)));
        assertTrue(Double.isNaN(Confusion.of(new boolean[2], scores, 0.5).precision()));
        assertTrue(Double.isNaN(InformationCoefficient.rank(new double[] {1, 1}, scores)));
        assertEquals(-Math.log(1e-15), ProbabilityLoss.logLoss(new boolean[] {true}, new double[] {0}), 1e-12);
    }

    @Test
    void whatCannotBeScoredIsSaid() {
        boolean[] actual = {true, false};
        assertThrows(IllegalArgumentException.class, () -> Discrimination.rocAuc(actual, new double[1]));
        assertThrows(IllegalArgumentException.class, () -> Discrimination.rocAuc(actual, new double[] {0, Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> ProbabilityLoss.brier(actual, new double[] {0, 1.5}));
        assertThrows(IllegalArgumentException.class, () -> Reliability.of(actual, new double[2], 0));
        assertThrows(IllegalArgumentException.class, () -> InformationCoefficient.linear(new double[1], new double[1]));
    }

    private static boolean[] classes(double[] values) {
        boolean[] classes = new boolean[values.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = values[i] == 1;
        }
        return classes;
    }
}
