package futures.strategies;

import futures.model.BarSeries;
import futures.model.Timeframe;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The year 2024 of CME's stock index futures, written down by hand from the exchange's holiday calendars, and bars through it:
 * nothing here asks the program's calendar. Times are those of Chicago, whose clock changes on 10 March and 3 November.
 */
final class ExchangeDays {
    static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    static final LocalTime ENDS = LocalTime.of(16, 0);
    private static final LocalTime OPENS = LocalTime.of(17, 0);
    /** New Year, Good Friday, Christmas. */
    private static final Set<LocalDate> CLOSED = days("2024-01-01", "2024-03-29", "2024-12-25");
    /** Trading halts at noon and belongs to the day after. */
    private static final Set<LocalDate> HALTED =
            days("2024-01-15", "2024-02-19", "2024-05-27", "2024-06-19", "2024-07-04", "2024-09-02", "2024-11-28");

    private static final Set<LocalDate> EARLY = days("2024-07-03", "2024-11-29", "2024-12-24");
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(12, 15);

    private ExchangeDays() {}

    private static Set<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean weekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The trading day of a moment. */
    static LocalDate day(long time) {
        ZonedDateTime local = Instant.ofEpochMilli(time).atZone(CHICAGO);
        LocalDate day = local.toLocalDate();
        if (!local.toLocalTime().isBefore(ENDS)) {
            day = day.plusDays(1);
        }
        while (weekend(day) || CLOSED.contains(day) || HALTED.contains(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** When trading ends on a trading day. */
    static LocalTime ends(LocalDate day) {
        return EARLY.contains(day) ? EARLY_CLOSE : ENDS;
    }

    static long at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(CHICAGO).toInstant().toEpochMilli();
    }

    /** How much is missing from made-up bars, as shares: single ones, the rest of a day, an hour or so, whole days. */
    record Missing(double bars, double ends, double hours, double days) {
        static final Missing NOTHING = new Missing(0, 0, 0, 0);
        static final Missing MUCH = new Missing(0.05, 0.2, 0.01, 0.1);
    }

    /** A walk in whole ticks of a quarter point, on all dates from one to another. */
    static BarSeries bars(LocalDate from, LocalDate to, int minutes, Missing missing, long seed) {
        Random random = new Random(seed);
        BarSeries.Builder bars = BarSeries.builder("ES", new Timeframe(60 * minutes));
        long price = 16_000;
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            if (weekend(date) || CLOSED.contains(date)) {
                continue;
            }
            long closes = at(date, HALTED.contains(date) ? NOON : ends(date));
            if (random.nextDouble() < missing.ends()) {
                closes -= random.nextInt(20 * 60) * 60_000L;
            }
            boolean absent = random.nextDouble() < missing.days();
            long quiet = 0;
            for (long time = at(date.minusDays(1), OPENS); time < closes; time += minutes * 60_000L) {
                long open = price;
                price += random.nextInt(13) - 6;
                double high = Math.max(open, price) + random.nextInt(5);
                double low = Math.min(open, price) - random.nextInt(5);
                if (random.nextDouble() < missing.hours()) {
                    quiet = time + (30 + random.nextInt(120)) * 60_000L;
                }
                if (!absent && time >= quiet && random.nextDouble() >= missing.bars()) {
                    bars.add(time, open / 4.0, high / 4, low / 4, price / 4.0, 100);
                }
            }
        }
        return bars.build();
    }

    /** Stretches of the year in which something happens to the clock or the calendar. */
    static final Map<String, List<LocalDate>> STRETCHES = Map.of(
            "Martin Luther King", stretch("2024-01-08", "2024-01-19"),
            "summer time", stretch("2024-03-04", "2024-03-15"),
            "Good Friday", stretch("2024-03-25", "2024-04-03"),
            "Independence Day", stretch("2024-07-01", "2024-07-10"),
            "winter time", stretch("2024-10-28", "2024-11-08"),
            "Thanksgiving", stretch("2024-11-25", "2024-12-04"),
            "Christmas", stretch("2024-12-19", "2024-12-31"));

    private static List<LocalDate> stretch(String from, String to) {
        return List.of(LocalDate.parse(from), LocalDate.parse(to));
    }
}
