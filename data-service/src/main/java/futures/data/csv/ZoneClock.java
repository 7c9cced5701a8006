package futures.data.csv;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * Turns a file's local times into UTC.
 *
 * <p>Where clocks go back, an hour of local times comes twice: rows are in order, so the first time such a local time comes
 * it is the first pass, and it is the second once a row is not after the row before it (before it, in a file that runs
 * backwards). Where clocks go forward, the times that are skipped do not exist, and a row with one is a bad row.
 */
final class ZoneClock {
    private static final long DAY_SECONDS = 86_400;

    private final ZoneRules rules;
    private final ZoneId zone;
    private long cachedDay = Long.MIN_VALUE;
    private long cachedOffset;
    private boolean cachedPlain;
    private long previous = Long.MIN_VALUE;
    private boolean descending;

    ZoneClock(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
    }

    /** Epoch seconds of a local time. */
    long toUtc(long epochDay, int secondOfDay) throws RowError {
        if (epochDay != cachedDay) {
            remember(epochDay);
        }
        long local = epochDay * DAY_SECONDS + secondOfDay;
        long utc = cachedPlain ? local - cachedOffset : onAChangingDay(local);
        if (previous != Long.MIN_VALUE && utc != previous) {
            descending = utc < previous;
        }
        previous = utc;
        return utc;
    }

    private void remember(long epochDay) {
        cachedDay = epochDay;
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        List<ZoneOffset> start = rules.getValidOffsets(day.atStartOfDay());
        List<ZoneOffset> end = rules.getValidOffsets(day.plusDays(1).atStartOfDay());
        cachedPlain = start.size() == 1 && start.equals(end);
        cachedOffset = start.isEmpty() ? 0 : start.get(0).getTotalSeconds();
    }

    private long onAChangingDay(long local) throws RowError {
        LocalDateTime time = LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
        List<ZoneOffset> offsets = rules.getValidOffsets(time);
        if (offsets.isEmpty()) {
            throw new RowError("local time " + time + " does not exist in " + zone + ": clocks go forward over it");
        }
        long first = local - offsets.get(0).getTotalSeconds();
        if (offsets.size() == 1) {
            return first;
        }
        long second = local - offsets.get(1).getTotalSeconds();
        if (descending) {
            return previous > second ? second : first;
        }
        return previous >= first && previous < second + (second - first) ? second : first;
    }
}
