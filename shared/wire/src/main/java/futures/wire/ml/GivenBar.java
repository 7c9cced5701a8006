package futures.wire.ml;

import java.time.Instant;

/** A bar in a request; the time is that of its open. */
public record GivenBar(Instant timestamp, double open, double high, double low, double close, double volume) {}
