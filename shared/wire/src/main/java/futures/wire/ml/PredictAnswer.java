package futures.wire.ml;

import java.time.Instant;
import java.util.List;

/**
 * Predictions.
 *
 * @param kind        {@code probability} of the true class, or {@code value}, a return
 * @param featureHash of the definitions that rows must be made by
 * @param predictions in the order of the rows, or oldest first
 */
public record PredictAnswer(
        String model,
        int version,
        String stage,
        String kind,
        String featureHash,
        Instant answeredAt,
        List<Row> predictions,
        List<String> warnings) {

    /**
     * One prediction.
     *
     * @param time       of the bar's open; null of rows without bars
     * @param knownAt    the bar's close
     * @param value      null where a feature is missing that the model cannot do without
     * @param inTraining the model was trained on this bar; null of rows without bars
     */
    public record Row(Instant time, Instant knownAt, Double value, Boolean inTraining) {}
}
