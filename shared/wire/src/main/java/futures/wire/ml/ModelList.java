package futures.wire.ml;

import java.util.List;

/** Models of the registry, the newest first. */
public record ModelList(List<ModelLine> models) {}
