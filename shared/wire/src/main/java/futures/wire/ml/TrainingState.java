package futures.wire.ml;

import java.time.Instant;

/**
 * Where a training stands.
 *
 * @param state    {@code queued}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
 * @param progress 0 to 1
 * @param model    id of the model that it made; null before
 */
public record TrainingState(
        String id,
        String state,
        double progress,
        String message,
        String name,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        String model,
        TrainOrder order) {}
