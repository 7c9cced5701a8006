package futures.wire.portfolio;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Equity by trading day, marked to market where closes are stored.
 *
 * @param marked   {@code all} when every position that was held overnight had a close on every day, {@code partly},
 *     {@code none}, or {@code nothing held}
 * @param unmarked why a symbol has no closes, by symbol
 * @param parts    of the days, where they were asked for; null otherwise. Each is rounded to the cent by itself
 */
public record DailyEquity(
        BigDecimal initialCash,
        String marked,
        Map<String, String> unmarked,
        BigDecimal maxDrawdown,
        List<DayPoint> days,
        List<DailyPart> parts) {}
