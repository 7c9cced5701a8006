package futures.ml.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.ml.MadeBars;
import futures.ml.dataset.Dataset;
import futures.wire.ml.ModelChoice;
import futures.wire.ml.TrainOrder;
import futures.wire.ml.TrainReport;
import futures.wire.ml.ValidationSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingTest {
    private final Trials trials = Trials.of(MadeBars.leaning("MES", Trials.FIVE, 1_200, 4, 5));
    private final Dataset dataset = trials.dataset(
            Trials.label("direction", 3), Trials.kind("body"), Trials.kind("rsi"), Trials.kind("volume_ratio"));

    private static TrainOrder with(ModelChoice model, ValidationSpec validation) {
        return new TrainOrder("trial", "given", null, model, validation, null, 2, 7L, null);
    }

    private static ModelChoice logistic(String calibration, ModelChoice.Search search) {
        return new ModelChoice("logistic", null, null, null, null, null, calibration, search);
    }

    private static ValidationSpec validation(String kind) {
        return new ValidationSpec(kind, 4, null, 2, 500, 200, false);
    }

    @Test
    void theSameSeedGivesTheSameModelAndAnotherOneNeedNot() {
        for (String kind : new String[] {"logistic", "gradient_boosting", "random_forest"}) {
            Map<String, Object> few = kind.equals("logistic") ? Map.of() : Map.of("n_estimators", 10);
            String one =
                    trials.train(dataset, Trials.order(kind, few, 1)).model().hash();
            assertEquals(
                    one,
                    trials.train(dataset, Trials.order(kind, few, 1)).model().hash(),
                    kind);
            if (!kind.equals("logistic")) {
                assertNotEquals(
                        one,
                        trials.train(dataset, Trials.order(kind, few, 2))
                                .model()
                                .hash(),
                        kind);
            }
        }
    }

    @Test
    void eachValidationJudgesRowsThatItsModelsHadNotSeen() {
        for (String kind : new String[] {"purged_kfold", "walk_forward", "cpcv"}) {
            Trained trained = trials.train(dataset, with(logistic(null, null), validation(kind)));
            assertEquals(kind.equals("cpcv") ? 6 : 4, trained.report().folds().size(), kind);
            assertTrue(
                    trained.report().verdict().evidence(),
                    kind + ": " + trained.report().verdict());
            long tested = Arrays.stream(trained.outOfFold())
                    .filter(value -> !Double.isNaN(value))
                    .count();
            if (kind.equals("walk_forward")) {
                assertTrue(tested > 500 && tested < dataset.rows() - 400, "the first window is not tested: " + tested);
            } else {
                assertEquals(dataset.rows(), tested, kind);
            }
            trained.report().leakage().forEach(check -> assertNotEquals("failed", check.result(), kind + check));
        }
    }

    @Test
    void aSearchIsCountedAndChoosesWithinTheTrainingRows() {
        ModelChoice.Search search = new ModelChoice.Search(Map.of("c", List.<Object>of(0.0001, 0.01, 1, 100)), null);
        TrainReport report = trials.report(dataset, with(logistic(null, search), validation("purged_kfold")));
        assertEquals(4, report.trials().here());
        report.folds()
                .forEach(fold -> assertTrue(
                        List.of("0.0001", "0.01", "1", "100")
                                .contains(String.valueOf(fold.parameters().get("c"))),
                        fold.toString()));
        assertTrue(
                report.verdict().reasons().get(0).contains("for 4 tries"),
                report.verdict().reasons().toString());
        String detail = report.leakage().get(13).detail();
        assertTrue(detail.startsWith("4 tries"), detail);
    }

    @Test
    void calibrationIsJudgedOnFoldsThatItWasNotFittedOn() {
        for (String method : new String[] {"platt", "isotonic"}) {
            Trained trained = trials.train(dataset, with(logistic(method, null), validation("purged_kfold")));
            TrainReport.Calibration calibration = trained.report().calibration();
            assertEquals(10, calibration.bins().size());
            assertEquals(
                    dataset.rows(),
                    calibration.bins().stream().mapToInt(TrainReport.Bin::count).sum());
            assertTrue(
                    Math.abs(calibration.after().brier() - calibration.before().brier()) < 0.02,
                    calibration.toString());
            assertNotEquals(calibration.before(), calibration.after());
        }
    }

    @Test
    void foldsThatWereKeptAreNotFittedAgain() {
        Map<Integer, KeptFold> kept = new HashMap<>();
        int[] found = {0};
        FoldStore store = new FoldStore() {
            @Override
            public KeptFold find(int fold) {
                found[0] += kept.containsKey(fold) ? 1 : 0;
                return kept.get(fold);
            }

            @Override
            public void keep(int fold, KeptFold now) {
                assertFalse(kept.containsKey(fold), "fold " + fold + " was fitted twice");
                kept.put(fold, now);
            }
        };
        TrainOrder order = with(logistic(null, null), validation("purged_kfold"));
        Trained first = trials.train(dataset, order, store);
        assertEquals(4, kept.size());
        kept.remove(3); // as if it had been killed in the last one
        Trained second = trials.train(dataset, order, store);
        assertEquals(3, found[0]);
        assertEquals(first.model().hash(), second.model().hash());
        assertArrayEquals(first.outOfFold(), second.outOfFold());
        assertEquals(first.report(), second.report());
    }

    @Test
    void tradesAreCountedByHand() {
        double[] predictions = new double[dataset.rows()];
        Arrays.fill(predictions, Double.NaN);
        predictions[10] = 0.9;
        predictions[11] = 0.9; // while the first is held
        predictions[40] = 0.55; // on the threshold
        predictions[80] = 0.54;
        double pointValue = 5;
        double costs = 3.5;
        double expected = 0;
        for (int row : new int[] {10, 40}) {
            int event = dataset.events()[row];
            expected += (dataset.series().bars().close(event + 3)
                                    - dataset.series().bars().open(event + 1))
                            * pointValue
                    - costs;
        }
        TrainReport.SignalResult result = new SignalTrades(dataset, predictions, 0.55, costs).result(1);
        assertEquals(2, result.trades());
        assertEquals(expected, result.net(), 1e-9);
        assertEquals(expected + 2 * costs, result.gross(), 1e-9);
    }
}
