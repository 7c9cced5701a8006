package futures.model.roll;

import futures.model.TradingCalendar;
import java.time.LocalDate;
import java.util.SortedMap;

/** When the next contract of a chain takes over from the front one. */
public sealed interface RollRule {
    int MOST_DAYS = 250;

    /**
     * The trading day from whose opening on the next contract counts, at the latest: known before any bar is.
     *
     * @param anchor of the front contract
     */
    LocalDate latest(LocalDate anchor, TradingCalendar calendar);

    /**
     * The trading day of a contract from which the rule counts back: its last one, as a rule.
     *
     * @throws IllegalArgumentException when the contract has no such day
     */
    default LocalDate anchor(Listing front, TradingCalendar calendar) {
        return calendar.onOrBefore(front.lastDay());
    }

    /** Of both contracts the numbers by trading day that decide an earlier roll; null when the rule goes by dates alone. */
    default SortedMap<LocalDate, Double> measure(ContractHistory history) {
        return null;
    }

    /** What there was none of without a crossover, for warnings. */
    default String more() {
        return "";
    }

    /**
     * At the end of the first trading day on which the next contract has traded more than the front one; at the latest at the
     * end of the front contract's last day.
     */
    record VolumeCrossover() implements RollRule {
        @Override
        public LocalDate latest(LocalDate anchor, TradingCalendar calendar) {
            return dayAfter(anchor, calendar);
        }

        @Override
        public SortedMap<LocalDate, Double> measure(ContractHistory history) {
            return history.volumes();
        }

        @Override
        public String more() {
            return "traded more in a day";
        }

        @Override
        public String toString() {
            return "volume crossover";
        }
    }

    /**
     * At the end of the first trading day that leaves more of the next contract open than of the front one; at the latest at the
     * end of the front contract's last day.
     */
    record OpenInterestCrossover() implements RollRule {
        @Override
        public LocalDate latest(LocalDate anchor, TradingCalendar calendar) {
            return dayAfter(anchor, calendar);
        }

        @Override
        public SortedMap<LocalDate, Double> measure(ContractHistory history) {
            return history.openInterest();
        }

        @Override
        public String more() {
            return "had more open interest at the end of a day";
        }

        @Override
        public String toString() {
            return "open interest crossover";
        }
    }

    /** So many trading days before the front contract's last one; 0 is the opening of the last day itself. */
    record DaysBeforeExpiry(int days) implements RollRule {
        /** @throws IllegalArgumentException for less than 0 or more than 250 days */
        public DaysBeforeExpiry {
            check(days, "expiry");
        }

        @Override
        public LocalDate latest(LocalDate anchor, TradingCalendar calendar) {
            return back(anchor, days, calendar);
        }

        @Override
        public String toString() {
            return days + " trading days before expiry";
        }
    }

    /**
     * So many trading days before the front contract's first notice day; 0 is the opening of that day itself. A first notice day on no
     * trading day is the one before, and none is after the last day.
     */
    record DaysBeforeFirstNotice(int days) implements RollRule {
        /** @throws IllegalArgumentException for less than 0 or more than 250 days */
        public DaysBeforeFirstNotice {
            check(days, "first notice");
        }

        @Override
        public LocalDate anchor(Listing front, TradingCalendar calendar) {
            if (front.firstNotice() == null) {
                throw new IllegalArgumentException(front.symbol()
                        + " has no first notice day: it is settled in cash, or its rule is not known; roll by volume, open"
                        + " interest or days before expiry");
            }
            LocalDate day = front.firstNotice().isBefore(front.lastDay()) ? front.firstNotice() : front.lastDay();
            return calendar.onOrBefore(day);
        }

        @Override
        public LocalDate latest(LocalDate anchor, TradingCalendar calendar) {
            return back(anchor, days, calendar);
        }

        @Override
        public String toString() {
            return days + " trading days before first notice";
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
        public LocalDate latest(LocalDate anchor, TradingCalendar calendar) {
            LocalDate day = in(anchor);
            if (day.isAfter(anchor)) {
                day = in(anchor.minusMonths(1));
            }
            return calendar.isTradingDay(day) ? day : dayAfter(calendar.onOrBefore(day), calendar);
        }

        private LocalDate in(LocalDate month) {
            return month.withDayOfMonth(Math.min(dayOfMonth, month.lengthOfMonth()));
        }

        @Override
        public String toString() {
            return "day " + dayOfMonth + " of the month";
        }
    }

    private static void check(int days, String before) {
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "a roll is 0 to " + MOST_DAYS + " trading days before " + before + ", found " + days);
        }
    }

    private static LocalDate back(LocalDate from, int days, TradingCalendar calendar) {
        LocalDate day = from;
        for (int i = 0; i < days; i++) {
            day = calendar.onOrBefore(day.minusDays(1));
        }
        return day;
    }

    private static LocalDate dayAfter(LocalDate tradingDay, TradingCalendar calendar) {
        return calendar.tradingDay(calendar.endOf(tradingDay));
    }
}
