package futures.ml.model;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** A sample as XGBoost takes it, to grow trees on. */
final class TreeData implements AutoCloseable {
    private final DMatrix data;

    TreeData(Sample sample) throws XGBoostError {
        this.data = new DMatrix(
                sample.matrix().floats(), sample.rows(), sample.matrix().features(), Float.NaN);
        float[] targets = new float[sample.rows()];
        float[] weights = new float[sample.rows()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = (float) sample.target(i);
            weights[i] = (float) sample.weight(i);
        }
        data.setLabel(targets);
        data.setWeight(weights);
    }

    DMatrix matrix() {
        return data;
    }

    /** Without a tree. What is drawn depends on the seed and on the tree's number alone, not on the thread. */
    Booster booster(Map<String, Object> parameters, long seed) throws XGBoostError {
        Map<String, Object> all = new TreeMap<>(parameters);
        all.put("seed", (int) (seed & Integer.MAX_VALUE));
        all.put("seed_per_iteration", true);
        all.put("nthread", 1);
        all.put("verbosity", 0);
        return XGBoost.train(data, all, 0, new HashMap<>(), null, null);
    }

    @Override
    public void close() {
        data.dispose();
    }
}
