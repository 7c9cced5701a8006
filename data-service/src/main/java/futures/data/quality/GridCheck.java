package futures.data.quality;

import futures.model.BarSeries;
import futures.model.TickGrid;
import futures.model.TradingCalendar;
import futures.wire.data.QualityReport.Grid;

/**
 * Prices beside the tick grid, by trading day: a ratio adjustment moves nearly all prices of the days before a roll off the grid and
 * none of those after the last one, while errors are single prices.
 */
final class GridCheck {
    /** Share of a day's prices off the grid from which on the day is not on that grid at all. */
    static final double OFF_DAY = 0.9;

    private final TickGrid grid;
    private final TradingCalendar calendar;
    private long days;
    private long offDays;
    private long off;
    private long strays;
    private long judged;

    GridCheck(TradingCalendar calendar, TickGrid grid) {
        this.calendar = calendar;
        this.grid = grid;
    }

    void add(Window window) {
        BarSeries bars = window.bars();
        int i = window.from();
        while (i < window.to()) {
            long end = calendar.endOf(calendar.tradingDay(bars.openTime(i)));
            long offOfDay = 0;
            int from = i;
            for (; i < window.to() && bars.openTime(i) < end; i++) {
                offOfDay += off(bars.open(i)) + off(bars.high(i)) + off(bars.low(i)) + off(bars.close(i));
            }
            day(4L * (i - from), offOfDay);
        }
    }

    private int off(double price) {
        return grid.isOnGrid(price) ? 0 : 1;
    }

    private void day(long prices, long offOfDay) {
        days++;
        off += offOfDay;
        if (offOfDay >= OFF_DAY * prices) {
            offDays++;
        } else {
            strays += offOfDay;
            judged += prices;
        }
    }

    /** Prices off the grid on days that are on it. */
    long strays() {
        return strays;
    }

    /** Of the prices of these days; 0 when there are none. */
    double strayShare() {
        return judged == 0 ? 0 : (double) strays / judged;
    }

    Grid grid(long bars) {
        return new Grid(grid.tickSize(), off / (4.0 * bars), days, offDays, offDays > 0);
    }
}
