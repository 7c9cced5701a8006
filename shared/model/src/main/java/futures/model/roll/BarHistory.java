package futures.model.roll;

import futures.model.BarSeries;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.model.TradingDays;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/** The history of a contract whose bars are all in memory. */
record BarHistory(BarSeries bars, SortedMap<LocalDate, Double> openInterest, TradingCalendar calendar)
        implements ContractHistory {
    @Override
    public Timeframe timeframe() {
        return bars.timeframe();
    }

    @Override
    public boolean isEmpty() {
        return bars.isEmpty();
    }

    @Override
    public long firstTime() {
        return bars.openTime(0);
    }

    @Override
    public long lastTime() {
        return bars.openTime(bars.size() - 1);
    }

    @Override
    public SortedMap<LocalDate, Double> volumes() {
        TradingDays days = TradingDays.of(bars, calendar);
        SortedMap<LocalDate, Double> volumes = new TreeMap<>();
        for (int d = 0; d < days.count(); d++) {
            double sum = 0;
            for (int i = days.firstBar(d); i <= days.lastBar(d); i++) {
                sum += bars.volume(i);
            }
            volumes.put(days.day(d), sum);
        }
        return volumes;
    }

    @Override
    public Closes closesBefore(long time) {
        return new Closes() {
            private int at = bars.firstAtOrAfter(time);

            @Override
            public boolean advance() {
                return --at >= 0;
            }

            @Override
            public long time() {
                return bars.openTime(at);
            }

            @Override
            public double close() {
                return bars.close(at);
            }
        };
    }
}
