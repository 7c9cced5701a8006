package futures.wire.ml;

import java.util.List;

/**
 * What models there are, and when the data that they depend on changed last.
 *
 * @param models      ids of trained models; this version trains none, so the list is empty
 * @param dataChanges by symbol
 */
public record ModelStatus(List<String> models, List<DataChange> dataChanges) {}
