package futures.ml.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.kit.json.Json;
import java.util.Optional;

/** A model whose probabilities are calibrated. Its gain and contributions are those of the model before. */
final class CalibratedModel implements FittedModel {
    static final String KIND = "calibrated";

    private final Calibration calibration;
    private final FittedModel inner;

    CalibratedModel(Calibration calibration, FittedModel inner) {
        if (inner.task() != Task.CLASSIFICATION) {
            throw new IllegalArgumentException("only probabilities can be calibrated, and the model predicts a number");
        }
        this.calibration = calibration;
        this.inner = inner;
    }

    static CalibratedModel read(ModelFile.Parts parts) {
        return new CalibratedModel(Calibration.read(parts.text()), parts.inner());
    }

    @Override
    public Task task() {
        return inner.task();
    }

    @Override
    public int features() {
        return inner.features();
    }

    @Override
    public double[] predict(Matrix matrix) {
        double[] predicted = inner.predict(matrix);
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = calibration.apply(predicted[i]);
        }
        return predicted;
    }

    @Override
    public byte[] bytes() {
        try {
            return FittedModel.named(
                    KIND, ModelFile.join(Json.mapper().writeValueAsString(calibration.facts()), inner));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<double[]> gain() {
        return inner.gain();
    }

    @Override
    public Optional<double[][]> contributions(Matrix matrix) {
        return inner.contributions(matrix);
    }
}
