package futures.wire.ml;

import java.util.List;

/** What each column of a model does for its predictions, the most important first. */
public record ImportanceAnswer(String model, List<TrainReport.Importance> importance) {}
