package futures.ml.serve;

import futures.ml.feature.Feature;
import futures.ml.model.FittedModel;
import futures.ml.registry.KeptPredictions;
import futures.wire.ml.ModelRecord;
import java.util.List;

/**
 * A model ready to predict.
 *
 * @param features its columns, in order
 * @param kept     what it said out of fold
 */
record LoadedModel(ModelRecord record, FittedModel model, List<Feature> features, KeptPredictions kept) {
    boolean classification() {
        return record.task().equals("classification");
    }

    String kind() {
        return classification() ? "probability" : "value";
    }
}
