package futures.model;

import java.time.LocalTime;

/**
 * How a weekday differs from an ordinary one.
 *
 * @param tradingDay whether it is a trading day of its own; if not, what trades on it belongs to the next one
 * @param open       whether the market opens for it at all
 * @param opensAt    local time before which it does not; null without
 * @param endsAt     local time at which it closes early; null without
 */
record DayKind(boolean tradingDay, boolean open, LocalTime opensAt, LocalTime endsAt) {
    static final DayKind ORDINARY = new DayKind(true, true, null, null);
    static final DayKind CLOSED = new DayKind(false, false, null, null);

    static DayKind endsAt(LocalTime time) {
        return new DayKind(true, true, null, time);
    }

    /** @param haltsAt null when it is as long as any */
    static DayKind joinsNext(LocalTime haltsAt) {
        return new DayKind(false, true, null, haltsAt);
    }

    DayKind openingAt(LocalTime time) {
        return new DayKind(tradingDay, open, time, endsAt);
    }
}
