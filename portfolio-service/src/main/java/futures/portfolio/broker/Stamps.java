package futures.portfolio.broker;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as exports write them: {@code 2026-02-11 06:34:46.772Z}, {@code 7/10/2026 17:00:02 +03:00},
 * {@code 11/1/2025 9:30:00 AM}. Those without offset are of the zone that is named.
 *
 * @param zone     of times without offset
 * @param dayFirst 5/8 is the 5th of August
 */
record Stamps(ZoneId zone, boolean dayFirst) {
    private static final String CLOCK =
            "[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?\\s*([AaPp])?\\.?[Mm]?\\.?";
    private static final String OFFSET = "\\s*(Z|[+-]\\d{2}:?\\d{2})?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + CLOCK + OFFSET);
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})" + CLOCK + OFFSET);

    /** @throws RowFault when it is no time, or one that the zone's clocks skip or have twice */
    Instant parse(String column, String text) throws RowFault {
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            return instant(column, text, first, number(first, 1), number(first, 2), number(first, 3));
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) {
            int month = number(last, dayFirst ? 2 : 1);
            int day = number(last, dayFirst ? 1 : 2);
            return instant(column, text, last, number(last, 3), month, day);
        }
        throw new RowFault(column + " '" + text + "' is no time that is known here, such as 2026-02-11 06:34:46Z or"
                + " 11/1/2025 9:30:00 AM");
    }

    private Instant instant(String column, String text, Matcher m, int year, int month, int day) throws RowFault {
        try {
            int hour = number(m, 4);
            if (m.group(8) != null) {
                if (hour < 1 || hour > 12) {
                    throw new RowFault(column + " '" + text + "' has an hour that is none of 12");
                }
                hour = hour % 12 + (m.group(8).equalsIgnoreCase("p") ? 12 : 0);
            }
            int seconds = m.group(6) == null ? 0 : number(m, 6);
            int nanos = m.group(7) == null ? 0 : Integer.parseInt((m.group(7) + "00000000").substring(0, 9));
            LocalDateTime local = LocalDateTime.of(year, month, day, hour, number(m, 5), seconds, nanos);
            if (m.group(9) != null) {
                return local.toInstant(ZoneOffset.of(m.group(9)));
            }
            var offsets = zone.getRules().getValidOffsets(local);
            if (offsets.size() != 1) {
                throw new RowFault(column + " '" + text + "' " + (offsets.isEmpty() ? "is skipped" : "is there twice")
                        + " by the clocks of " + zone);
            }
            return local.toInstant(offsets.get(0));
        } catch (DateTimeException e) {
            throw new RowFault(column + " '" + text + "' is no time: " + e.getMessage());
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** 1 when only the first number of a date can be the day, -1 when only the second can, 0 when both or neither can. */
    static int dayFirst(String text) {
        Matcher matcher = YEAR_LAST.matcher(text);
        if (!matcher.matches()) {
            return 0;
        }
        int first = number(matcher, 1);
        int second = number(matcher, 2);
        return first > 12 && second <= 12 ? 1 : second > 12 && first <= 12 ? -1 : 0;
    }

    /** Whether what it says depends on {@link #dayFirst}. */
    static boolean depends(String text) {
        return YEAR_LAST.matcher(text).matches();
    }

    /** Whether it says its own offset. */
    static boolean hasOffset(String text) {
        for (Pattern pattern : new Pattern[] {YEAR_FIRST, YEAR_LAST}) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                return matcher.group(9) != null;
            }
        }
        return false;
    }
}
