package futures.wire.ml;

import java.util.List;

/**
 * What models there are, and when the data that they depend on changed last.
 *
 * @param models      of the registry, deleted ones left out
 * @param trainings   queued or running
 * @param dataChanges by symbol
 */
public record ModelStatus(List<ModelLine> models, List<TrainingState> trainings, List<DataChange> dataChanges) {}
