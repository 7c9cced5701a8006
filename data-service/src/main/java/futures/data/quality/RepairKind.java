package futures.data.quality;

import java.util.Locale;

/** What a repair mends; named like the checks of the report. */
enum RepairKind {
    BROKEN_BARS,
    PRICES_NOT_ABOVE_ZERO,
    SPIKES,
    OFF_TICK_PRICES,
    CLOSED_BARS,
    STALE_BARS;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
