package futures.model.roll;

import futures.model.BarSeries;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import java.time.LocalDate;
import java.util.SortedMap;

/** What rolls are built from: of a contract's bars their ends, their sums by trading day, and single closes. */
public interface ContractHistory {
    /** All in memory. */
    static ContractHistory of(BarSeries bars, SortedMap<LocalDate, Double> openInterest, TradingCalendar calendar) {
        return new BarHistory(bars, openInterest, calendar);
    }

    Timeframe timeframe();

    boolean isEmpty();

    /** Open time of the oldest bar, epoch milliseconds; not to be asked without bars, nor is the next one. */
    long firstTime();

    long lastTime();

    /** Contracts traded, by trading day, of the days that have bars. */
    SortedMap<LocalDate, Double> volumes();

    /** Contracts open at the end of a trading day, of the days for which that is known. */
    SortedMap<LocalDate, Double> openInterest();

    /** The closes of the bars that open before a time, newest first. */
    Closes closesBefore(long time);

    /** Closes of bars, from a bar to the ones before it. */
    interface Closes {
        /** Goes to the next older bar, the first time to the newest; false when there is none. */
        boolean advance();

        /** Open time of the bar. */
        long time();

        double close();
    }
}
