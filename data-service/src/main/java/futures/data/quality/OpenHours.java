package futures.data.quality;

import futures.model.BarSeries;
import futures.model.Session;
import futures.model.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The sessions around some bars, for many questions whether a bar's slot is open. */
final class OpenHours {
    private static final long HOUR = 3_600_000L;

    private final long length;
    private final List<Session> sessions = new ArrayList<>();

    /** @param bars at least one */
    OpenHours(BarSeries bars, TradingCalendar calendar) {
        this.length = bars.timeframe().millis();
        long reach = 24 * HOUR + length;
        LocalDate last = calendar.tradingDay(bars.openTime(bars.size() - 1) + reach);
        LocalDate day = calendar.tradingDay(bars.openTime(0) - reach);
        while (!day.isAfter(last)) {
            sessions.addAll(calendar.sessions(day));
            day = calendar.tradingDay(calendar.endOf(day));
        }
    }

    /** Whether bars {@code from} to {@code to} lie in closed hours when they are moved by some hours. */
    boolean[] closed(BarSeries bars, int from, int to, int hours) {
        boolean[] closed = new boolean[to - from];
        int at = 0;
        for (int i = from; i < to; i++) {
            long slot = Math.floorDiv(bars.openTime(i) + hours * HOUR, length) * length;
            while (at < sessions.size() && sessions.get(at).closes() <= slot) {
                at++;
            }
            closed[i - from] = at == sessions.size() || sessions.get(at).opens() >= slot + length;
        }
        return closed;
    }
}
