package futures.data.api;

import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Route;
import futures.model.TradingCalendar;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** {@code start_date} and {@code end_date}: trading days of the exchange, both inclusive, or instants. */
final class RangeParameters {
    private RangeParameters() {}

    static Route declare(Route route) {
        return route.query(
                        "start_date",
                        Param.text(),
                        "first trading day (2024-01-02, in the exchange's days: ES begins it at 17:00 US Central of the"
                                + " evening before), or a first instant (2024-01-02T14:30:00Z)")
                .query(
                        "end_date",
                        Param.text(),
                        "last trading day, inclusive, or an instant before which bars must open");
    }

    /**
     * Epoch milliseconds; the beginning of time when it is missing. What lies between two sessions belongs to the next one, so
     * a day begins where the trading day before it ended.
     */
    static long from(Request request, TradingCalendar calendar) {
        String text = request.text("start_date");
        if (text == null) {
            return Long.MIN_VALUE;
        }
        return isDay(text)
                ? calendar.endOf(calendar.onOrBefore(day("start_date", text).minusDays(1)))
                : instant("start_date", text);
    }

    /** Exclusive end, epoch milliseconds; the end of time when it is missing. */
    static long to(Request request, TradingCalendar calendar) {
        String text = request.text("end_date");
        if (text == null) {
            return Long.MAX_VALUE;
        }
        return isDay(text) ? calendar.endOf(calendar.onOrBefore(day("end_date", text))) : instant("end_date", text);
    }

    static void check(long from, long to) {
        if (from >= to) {
            throw Problem.badRequest("'start_date' must not be after 'end_date'.")
                    .field("end_date", null, "lies before start_date");
        }
    }

    private static boolean isDay(String text) {
        return text.length() <= 10;
    }

    private static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong(name, text);
        }
    }

    private static long instant(String name, String text) {
        try {
            // A plus sign that was not encoded in the address arrives as a blank.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant().toEpochMilli();
        } catch (DateTimeParseException e) {
            throw wrong(name, text);
        }
    }

    private static Problem wrong(String name, String text) {
        return Problem.badRequest("'" + name + "' must be a date such as 2024-01-31 or an instant such as"
                        + " 2024-01-31T14:30:00Z.")
                .field(name, text, "no date");
    }
}
