package futures.wire.ml;

import java.time.Instant;
import java.util.List;

/**
 * What a model says of stored bars: {@code GET /api/ml/models/{id}/predictions?symbol=&timeframe=&start=&end=&force=&format=}. With
 * {@code format=arrow} the rows come as an Arrow stream with the columns {@code timestamp} (bar's open), {@code known_at}, {@code
 * value} and {@code in_training} (1 or 0), in the metadata {@code model}, {@code version}, {@code kind} and {@code threshold}.
 *
 * @param model     its id
 * @param version   of its name
 * @param stage     {@code candidate}, {@code production} or {@code retired}
 * @param kind      {@code probability} of the true class, or {@code value}, a return
 * @param side      what a probability above the threshold means: {@code long}, {@code short}, or {@code follow} the side that a meta
 *                  label follows
 * @param symbol    of the bars
 * @param timeframe of the bars
 * @param threshold probability, or return, from which on the training took a position; the opposite one from its mirror on
 * @param bars      the label reaches so far, which is how long the training held a position at most
 * @param trainedTo the last bar that any label of the training has seen had closed then: later rows are new to the model
 * @param rows      oldest first; bars without a prediction are left out. Those up to {@code trainedTo} come from models of folds
 *                  that had not seen them (out of fold), those behind from the model itself
 * @param inTraining rows that the model was trained on, only there with {@code force=true}
 * @param warnings  what a user of these should know, such as a stale or retired model
 */
public record Predictions(
        String model,
        int version,
        String stage,
        String kind,
        String side,
        String symbol,
        String timeframe,
        double threshold,
        int bars,
        Instant trainedTo,
        List<Row> rows,
        int inTraining,
        List<String> warnings) {

    /**
     * One bar.
     *
     * @param time       of its open
     * @param knownAt    its close, from which on the value may be used
     * @param inTraining the model that says it was trained on this bar, so it says nothing of how good the model is
     */
    public record Row(Instant time, Instant knownAt, double value, boolean inTraining) {}
}
