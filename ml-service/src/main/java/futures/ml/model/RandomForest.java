package futures.ml.model;

import java.util.Map;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * The mean of trees that are grown apart, each on a part of the rows drawn without replacement, each split on a part of the features
 * (Breiman 2001). XGBoost grows them: given the same gradient before each tree, −y with a curvature of 1, a leaf is the weighted mean of
 * its targets and a split reduces their variance most, which for classes 0 and 1 is their Gini impurity.
 *
 * @param trees      how many
 * @param parameters by the names that XGBoost has for them
 */
record RandomForest(Task task, int trees, Map<String, Object> parameters) implements Learner {
    RandomForest {
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
            all.put("objective", "reg:squarederror");
            all.put("base_score", 0);
            all.put("learning_rate", 1.0 / trees);
            all.put("lambda", 0);
            Booster booster = data.booster(all, seed);
            float[] gradient = new float[sample.rows()];
            float[] curvature = new float[sample.rows()];
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = (float) (-sample.target(i) * sample.weight(i));
                curvature[i] = (float) sample.weight(i);
            }
            for (int tree = 0; tree < trees; tree++) {
                pause.pass();
                booster.boost(data.matrix(), tree, gradient, curvature);
            }
            return TreeModel.grown(task, booster);
        } catch (XGBoostError e) {
            throw new IllegalArgumentException("XGBoost cannot fit: " + TreeModel.firstLine(e.getMessage()), e);
        }
    }
}
