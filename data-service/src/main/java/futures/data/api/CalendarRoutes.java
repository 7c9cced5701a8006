package futures.data.api;

import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.model.ContractSpec;
import futures.model.Session;
import futures.model.SessionHours;
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
                        "Holidays, early closes and daylight saving are in the hours; 'regular' is the busy part of the day,"
                                + " all else of the sessions is overnight. What trades while a holiday's"
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
        SessionHours regular = store.contracts()
                .spec(contract.symbol())
                .map(ContractSpec::regularHours)
                .orElse(null);
        List<CalendarAnswer.Day> days = from.datesUntil(to.plusDays(1))
                .filter(calendar::isTradingDay)
                .map(day -> day(day, calendar.sessions(day), regular))
                .toList();
        return new CalendarAnswer(contract.symbol(), contract.calendar(), contract.timeZone(), days);
    }

    private static CalendarAnswer.Day day(LocalDate day, List<Session> sessions, SessionHours regular) {
        return new CalendarAnswer.Day(
                day,
                sessions.stream()
                        .map(session -> hours(session.opens(), session.closes()))
                        .toList(),
                regular == null ? null : open(sessions, regular.on(day)));
    }

    /** From the first to the last instant of the hours at which the market is open; null when it is not. */
    private static CalendarAnswer.Hours open(List<Session> sessions, Session within) {
        long opens = Long.MAX_VALUE;
        long closes = Long.MIN_VALUE;
        for (Session session : sessions) {
            if (session.opens() < within.closes() && within.opens() < session.closes()) {
                opens = Math.min(opens, Math.max(session.opens(), within.opens()));
                closes = Math.max(closes, Math.min(session.closes(), within.closes()));
            }
        }
        return opens < closes ? hours(opens, closes) : null;
    }

    private static CalendarAnswer.Hours hours(long opens, long closes) {
        return new CalendarAnswer.Hours(Instant.ofEpochMilli(opens), Instant.ofEpochMilli(closes));
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
