package futures.data.load;

import futures.data.csv.Row;
import futures.data.store.ChunkRows;
import futures.data.store.OpenInterestTable.Figure;
import futures.model.TradingCalendar;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Of the open interest in the rows of an import, each trading day's last. */
final class DailyOpenInterest {
    private final TradingCalendar calendar;
    private final long barMillis;
    private final Map<LocalDate, Figure> figures = new TreeMap<>();
    private LocalDate day;
    private long dayFrom = Long.MAX_VALUE;
    private long dayEnd = Long.MIN_VALUE;

    DailyOpenInterest(TradingCalendar calendar, long barMillis) {
        this.calendar = calendar;
        this.barMillis = barMillis;
    }

    /** No contracts at all are no figure: files write 0 where they do not know it. */
    void add(Row row) {
        if (row.openInterest <= 0) {
            return;
        }
        if (row.time < dayFrom || row.time >= dayEnd) {
            day = calendar.tradingDay(row.time);
            dayFrom = row.time;
            dayEnd = calendar.endOf(day);
        }
        long asOf = row.time + barMillis;
        Figure before = figures.get(day);
        if (before == null || asOf >= before.asOf()) {
            figures.put(day, new Figure((double) row.openInterest / ChunkRows.UNIT, asOf));
        }
    }

    Map<LocalDate, Figure> figures() {
        return figures;
    }
}
