package futures.ml.model;

import java.util.Map;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Boosted trees of XGBoost.
 *
 * @param rounds     trees, one after the other
 * @param parameters by the names that XGBoost has for them
 */
record GradientBoosting(Task task, int rounds, Map<String, Object> parameters) implements Learner {
    GradientBoosting {
        parameters = Map.copyOf(parameters);
    }

    @Override
    public FittedModel fit(Sample sample, long seed, Pause pause) {
        NativeLibraries.xgboost();
        if (task == Task.CLASSIFICATION) {
            sample.checkClasses();
        }
        try (TreeData data = new TreeData(sample)) {
            Map<String, Object> all = new TreeMap<>(parameters);
            all.put("objective", task == Task.CLASSIFICATION ? "binary:logistic" : "reg:squarederror");
            Booster booster = data.booster(all, seed);
            for (int round = 0; round < rounds; round++) {
                pause.pass();
                booster.update(data.matrix(), round);
            }
            return TreeModel.grown(task, booster);
        } catch (XGBoostError e) {
            throw new IllegalArgumentException("XGBoost cannot fit: " + TreeModel.firstLine(e.getMessage()), e);
        }
    }
}
