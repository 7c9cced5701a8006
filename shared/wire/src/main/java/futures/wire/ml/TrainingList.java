package futures.wire.ml;

import java.util.List;

/** Trainings, the newest first. */
public record TrainingList(List<TrainingState> trainings) {}
