package futures.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * What a market's ordinary trading day is made of, from some trading day on.
 *
 * @param from  first trading day on which it holds
 * @param spans in the order of time; the last one ends the trading day, on the day itself
 */
record Timetable(LocalDate from, List<Span> spans) {
    /**
     * Open hours that belong to a day, local time.
     *
     * @param dayBefore whether it opens on the calendar day before
     * @param endsThere whether it also closes there: what is left of a session that has been settled already
     */
    record Span(boolean dayBefore, LocalTime opens, boolean endsThere, LocalTime closes) {
        @Override
        public String toString() {
            return (dayBefore ? "-1 " : "") + opens + (endsThere ? " -1 " : " ") + closes;
        }
    }

    static Timetable since(String from, Span... spans) {
        return new Timetable(from.isEmpty() ? LocalDate.MIN : LocalDate.parse(from), List.of(spans));
    }

    /** From the evening before into the day. */
    static Span overnight(String opens, String closes) {
        return new Span(true, LocalTime.parse(opens), false, LocalTime.parse(closes));
    }

    /** Within the day. */
    static Span day(String opens, String closes) {
        return new Span(false, LocalTime.parse(opens), false, LocalTime.parse(closes));
    }

    /** On the calendar day before, if that was an ordinary one. */
    static Span afterSettlement(String opens, String closes) {
        return new Span(true, LocalTime.parse(opens), true, LocalTime.parse(closes));
    }

    /** When the trading day is over: what comes later belongs to the next one. */
    LocalTime ends() {
        return spans.get(spans.size() - 1).closes();
    }
}
