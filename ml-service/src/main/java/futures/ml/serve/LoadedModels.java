package futures.ml.serve;

import futures.kit.http.Problem;
import futures.ml.dataset.Datasets;
import futures.ml.dataset.FeatureSpecs;
import futures.ml.feature.Feature;
import futures.ml.feature.FeatureCatalogue;
import futures.ml.registry.ModelStore;
import futures.wire.ml.ModelRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models that were asked for last, so that a prediction reads no file. Their stage is looked up each time. */
final class LoadedModels {
    private static final int MOST = 8;

    private final ModelStore store;
    private final FeatureCatalogue catalogue;
    private final Map<String, LoadedModel> loaded = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, LoadedModel> eldest) {
            return size() > MOST;
        }
    };

    LoadedModels(ModelStore store, FeatureCatalogue catalogue) {
        this.store = store;
        this.catalogue = catalogue;
    }

    /** @throws Problem 404, 409 when it was deleted, 422 when its features are not made any more as they were */
    LoadedModel get(String id) {
        ModelRecord record = store.find(id);
        synchronized (loaded) {
            LoadedModel found = loaded.get(id);
            if (found != null
                    && found.record().hash().equals(record.hash())
                    && !record.stage().equals("deleted")) {
                return new LoadedModel(record, found.model(), found.features(), found.kept());
            }
            LoadedModel fresh = new LoadedModel(record, store.model(id), features(record), store.predictions(id));
            loaded.put(id, fresh);
            return fresh;
        }
    }

    private List<Feature> features(ModelRecord record) {
        List<Feature> features = FeatureSpecs.read(record.dataset().order().features(), catalogue);
        String now = Datasets.featureHash(features);
        if (!now.equals(record.dataset().featureHash())) {
            throw Problem.unprocessable(
                    "Model '" + record.id() + "' was trained on features that are no more: their hash is " + now
                            + " instead of " + record.dataset().featureHash() + ". Train it again.");
        }
        return features;
    }
}
