package futures.ml.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.ml.MadeBars;
import futures.ml.dataset.Dataset;
import futures.wire.ml.FeatureSpec;
import futures.wire.ml.LeakageCheck;
import futures.wire.ml.TrainReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether the verdict is right where the truth is known. */
class VerdictTest {
    private static final FeatureSpec[] FEATURES = {
        Trials.kind("body"),
        Trials.kind("rsi"),
        Trials.kind("volume_ratio"),
        Trials.kind("zscore"),
        Trials.kind("vwap_distance")
    };

    private static TrainReport report(int lean, long seed, String label, String kind, Map<String, Object> parameters) {
        Trials trials = Trials.of(MadeBars.leaning("MES", Trials.FIVE, 900, seed, lean));
        Dataset dataset = trials.dataset(Trials.label(label, 6), FEATURES);
        return trials.report(dataset, Trials.order(kind, parameters, seed));
    }

    /** One hundred walks, in which there is nothing to find, with features that last and labels that overlap. */
    @Test
    void ofPureNoiseSkillIsClaimedInFiveOfAHundredSetsAtMost() {
        List<String> claimed = new ArrayList<>();
        int failedChecks = 0;
        for (long seed = 1; seed <= 100; seed++) {
            String label = seed % 3 == 0 ? "triple_barrier" : "direction";
            TrainReport report = report(0, seed, label, "logistic", Map.of());
            if (report.verdict().evidence()) {
                claimed.add(seed + ": " + report.verdict().reasons());
            }
            failedChecks += (int) report.leakage().stream()
                    .filter(check -> check.result().equals("failed"))
                    .count();
        }
        assertTrue(claimed.size() <= 5, claimed.size() + " of 100: " + claimed);
        // three standard errors are passed by chance in one of 370 tests; two tests in each set can
        assertTrue(failedChecks <= 5, failedChecks + " tests for leakage failed without a leak");
    }

    @Test
    void aPlantedSignalIsFound() {
        for (long seed = 1; seed <= 5; seed++) {
            TrainReport report = report(6, seed, "direction", "logistic", Map.of());
            assertTrue(report.verdict().evidence(), seed + ": " + report.verdict());
            assertEquals("body", report.importance().get(0).name());
        }
        TrainReport trees = report(6, 9, "direction", "gradient_boosting", Map.of("n_estimators", 40));
        assertTrue(trees.verdict().evidence(), trees.verdict().toString());
        TrainReport returns = report(6, 9, "return", "ridge", Map.of());
        assertTrue(returns.verdict().evidence(), returns.verdict().toString());
        assertFalse(returns.metrics().containsKey("auc"));
    }

    @Test
    void everyTestForLeakageHasItsSay() {
        TrainReport report = report(6, 3, "direction", "logistic", Map.of());
        assertEquals(14, report.leakage().size());
        for (LeakageCheck check : report.leakage()) {
            assertTrue(check.detail().length() > 20, check.toString());
        }
    }
}
