package futures.wire.data;

import java.util.List;

/** All currency pairs, by name. */
public record RatePairList(List<RatePair> pairs) {}
