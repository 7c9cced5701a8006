package futures.wire.ml;

import java.time.Instant;

/**
 * When the bars of a symbol, or its contract, changed last: a model that was trained on them before is stale.
 *
 * @param what the notice's type, e.g. {@code bars_imported}; {@code found} when a change was not heard but found later
 */
public record DataChange(String symbol, Instant changedAt, String what) {}
