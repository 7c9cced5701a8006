package futures.model.roll;

import futures.model.BarSeries;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import java.time.LocalDate;
import java.util.Optional;
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

    /**
     * What two contracts closed at in the last bar before a time that both have.
     *
     * @param time open time of the bar
     */
    record CommonClose(long time, double old, double young) {}

    /** Empty when there is no such bar. */
    static Optional<CommonClose> lastCommon(ContractHistory old, ContractHistory young, long before) {
        Closes left = old.closesBefore(before);
        Closes right = young.closesBefore(before);
        boolean both = left.advance() && right.advance();
        while (both && left.time() != right.time()) {
            both = left.time() > right.time() ? left.advance() : right.advance();
        }
        return both ? Optional.of(new CommonClose(left.time(), left.close(), right.close())) : Optional.empty();
    }

    /** Closes of bars, from a bar to the ones before it. */
    interface Closes {
        /** Goes to the next older bar, the first time to the newest; false when there is none. */
        boolean advance();

        /** Open time of the bar. */
        long time();

        double close();
    }
}
