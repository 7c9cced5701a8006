package futures.data.api;

import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.model.TradingCalendar;
import futures.wire.data.CalendarAnswer;
import futures.wire.data.ContractMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Trading days. */
public final class CalendarRoutes {
    /** Ten years of days in one answer. */
    private static final int MOST_DAYS = 3660;

    private final Store store;

    public CalendarRoutes(Store store) {
        this.store = store;
    }

    public void mount(Routes routes) {
        routes.get("/api/calendar/{product}")
                .summary("Trading days of a product, with the hours in which it is open")
                .description(
                        "Holidays, early closes and daylight saving are in the hours. What trades while a holiday's"
                                + " session halts early belongs to the next trading day, as at the exchange.")
                .path("product", "e.g. ES")
                .query("from", Param.text(), "first date, e.g. 2024-01-02")
                .query("to", Param.text(), "last date, inclusive; a year after the first when left out")
                .answers(CalendarAnswer.class)
                .handle(this::days);
    }

    private Object days(Request request) {
        ContractMessage contract = store.contracts().get(request.path("product"));
        LocalDate from = date(request, "from");
        if (from == null) {
            throw Problem.badRequest("'from' is missing: the first date, such as 2024-01-02.")
                    .field("from", null, "missing");
        }
        LocalDate to =
                request.has("to") ? date(request, "to") : from.plusYears(1).minusDays(1);
        if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to)) {
            throw Problem.badRequest("'to' must be at or after 'from', and at most " + MOST_DAYS + " days later.")
                    .field("to", to.toString(), "out of range");
        }
        TradingCalendar calendar = store.contracts().calendar(contract.symbol());
        List<CalendarAnswer.Day> days = from.datesUntil(to.plusDays(1))
                .filter(calendar::isTradingDay)
                .map(day -> new CalendarAnswer.Day(day, hours(calendar, day)))
                .toList();
        return new CalendarAnswer(contract.symbol(), contract.calendar(), contract.timeZone(), days);
    }

    private static List<CalendarAnswer.Hours> hours(TradingCalendar calendar, LocalDate day) {
        return calendar.sessions(day).stream()
                .map(session -> new CalendarAnswer.Hours(
                        Instant.ofEpochMilli(session.opens()), Instant.ofEpochMilli(session.closes())))
                .toList();
    }

    private static LocalDate date(Request request, String name) {
        String text = request.text(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.badRequest("'" + name + "' must be a date such as 2024-01-02.")
                    .field(name, text, "no date");
        }
    }
}
