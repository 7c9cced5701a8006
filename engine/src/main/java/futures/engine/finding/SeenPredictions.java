package futures.engine.finding;

import java.util.Optional;

/** Predictions of bars that the model had learnt from. */
final class SeenPredictions implements Check {
    @Override
    public Optional<Finding> look(RunFacts run) {
        if (run.seenPredictions() == 0) {
            return Optional.empty();
        }
        return Wording.found(
                "in_sample_predictions",
                Severity.SERIOUS,
                "The run was forced to read predictions of bars that the model was trained on: "
                        + Wording.count(run.seenPredictions(), "bar", "bars")
                        + " of it. There the model remembers, it does not predict.",
                "Run without 'force_in_sample', on the bars that validation or time kept from the model.");
    }
}
