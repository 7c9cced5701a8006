package futures.model.roll;

import futures.model.TradingCalendar;
import java.time.LocalDate;

/** When the next contract of a chain takes over from the front one. */
public sealed interface RollRule {
    /**
     * The trading day from whose opening on the next contract counts, at the latest: known before any bar is.
     *
     * @param lastDay on which the front contract trades, a trading day of the calendar
     */
    LocalDate latest(LocalDate lastDay, TradingCalendar calendar);

    /**
     * At the end of the first trading day on which the next contract has traded more than the front one; at the latest at the
     * end of the front contract's last day.
     */
    record VolumeCrossover() implements RollRule {
        @Override
        public LocalDate latest(LocalDate lastDay, TradingCalendar calendar) {
            return calendar.tradingDay(calendar.endOf(lastDay));
        }

        @Override
        public String toString() {
            return "volume crossover";
        }
    }

    /** So many trading days before the front contract's last one; 0 is the opening of the last day itself. */
    record DaysBeforeExpiry(int days) implements RollRule {
        private static final int MOST_DAYS = 250;

        /** @throws IllegalArgumentException for less than 0 or more than 250 days */
        public DaysBeforeExpiry {
            if (days < 0 || days > MOST_DAYS) {
                throw new IllegalArgumentException(
                        "a roll is 0 to " + MOST_DAYS + " trading days before expiry, found " + days);
            }
        }

        @Override
        public LocalDate latest(LocalDate lastDay, TradingCalendar calendar) {
            LocalDate day = lastDay;
            for (int i = 0; i < days; i++) {
                day = calendar.onOrBefore(day.minusDays(1));
            }
            return day;
        }

        @Override
        public String toString() {
            return days + " trading days before expiry";
        }
    }

    /**
     * The last such day of a month that is not after the front contract's last day, or the next trading day when it is none. A
     * shorter month's last day stands for a day that the month does not have.
     */
    record FixedDay(int dayOfMonth) implements RollRule {
        private static final int LONGEST_MONTH = 31;

        /** @throws IllegalArgumentException for a day that is not 1 to 31 */
        public FixedDay {
            if (dayOfMonth < 1 || dayOfMonth > LONGEST_MONTH) {
                throw new IllegalArgumentException("a day of the month is 1 to 31, found " + dayOfMonth);
            }
        }

        @Override
        public LocalDate latest(LocalDate lastDay, TradingCalendar calendar) {
            LocalDate day = in(lastDay);
            if (day.isAfter(lastDay)) {
                day = in(lastDay.minusMonths(1));
            }
            return calendar.isTradingDay(day) ? day : calendar.tradingDay(calendar.endOf(calendar.onOrBefore(day)));
        }

        private LocalDate in(LocalDate month) {
            return month.withDayOfMonth(Math.min(dayOfMonth, month.lengthOfMonth()));
        }

        @Override
        public String toString() {
            return "day " + dayOfMonth + " of the month";
        }
    }
}
