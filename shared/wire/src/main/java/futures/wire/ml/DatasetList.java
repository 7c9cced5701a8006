package futures.wire.ml;

import java.util.List;

/** Datasets that were made, the newest first. */
public record DatasetList(List<DatasetAnswer> datasets) {}
