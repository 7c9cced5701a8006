package futures.wire.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The trading days of a product.
 *
 * @param calendar its name; null: every weekday with the product's hours
 * @param days     trading days, oldest first
 */
public record CalendarAnswer(String product, String calendar, String timeZone, List<Day> days) {
    /**
     * @param date     trading day of the exchange
     * @param sessions when the market is open for it; the first one may begin days before, after a holiday
     * @param regular  what there is of the product's regular hours on that day, cut where it closes early; all else of the
     *     sessions is overnight. Null when the product has none, or the market is closed in them
     */
    public record Day(LocalDate date, List<Hours> sessions, Hours regular) {}

    /** @param closes the first instant at which it is closed again */
    public record Hours(Instant opens, Instant closes) {}
}
