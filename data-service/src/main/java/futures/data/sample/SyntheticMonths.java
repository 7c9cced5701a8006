package futures.data.sample;

import futures.model.FuturesContract;
import futures.model.LastTrade;
import futures.model.Session;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Five quarterly months of a made-up index future whose rolls and spreads are known: each month stands a fixed number of ticks above one
 * walk, volume and open interest move into the next month on known days, and nothing else is left to chance but the walk.
 */
public final class SyntheticMonths {
    /** An hour. */
    private static final int HOLE_BARS = 12;

    static final Timeframe TIMEFRAME = Timeframe.parse("5m");
    static final TradingCalendar CALENDAR = TradingCalendar.CME_EQUITY;
    static final long SEED = 20_240_102;
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 2);
    private static final LocalDate LAST_DAY = LocalDate.of(2024, 12, 31);
    private static final int[] OFFSETS = {0, 213, 398, 610, 587};
    private static final int[] CROSSOVERS_BEFORE_EXPIRY = {6, 5, 7, 4};
    private static final int[] OPEN_INTEREST_CROSSOVERS_BEFORE_EXPIRY = {4, 3, 4, 2};
    private static final int LISTED_DAYS = 300;
    private static final long START = 19_200;

    /**
     * A contract month and what is known of it.
     *
     * @param offset                ticks above the walk
     * @param crossover             trading day on which the next month first trades more; null for the last month
     * @param openInterestCrossover trading day at whose end more of the next month is open; null for the last month
     */
    public record Month(
            FuturesContract contract,
            LocalDate expiry,
            int offset,
            LocalDate crossover,
            LocalDate openInterestCrossover) {}

    private final boolean holes;
    private final List<Month> months = new ArrayList<>();
    private final Map<Long, Long> walk = new TreeMap<>();
    private final List<List<SyntheticBar>> bars = new ArrayList<>();
    private final List<Map<LocalDate, Long>> openInterest = new ArrayList<>();

    private SyntheticMonths(String product, boolean holes) {
        this.holes = holes;
        for (int m = 0; m < OFFSETS.length; m++) {
            YearMonth month = YearMonth.of(2024, 3).plusMonths(3L * m);
            LocalDate expiry = LastTrade.THIRD_FRIDAY.of(month, CALENDAR);
            boolean last = m == OFFSETS.length - 1;
            months.add(new Month(
                    new FuturesContract(product, month),
                    expiry,
                    OFFSETS[m],
                    last ? null : back(expiry, CROSSOVERS_BEFORE_EXPIRY[m]),
                    last ? null : back(expiry, OPEN_INTEREST_CROSSOVERS_BEFORE_EXPIRY[m])));
            bars.add(new ArrayList<>());
            openInterest.add(new TreeMap<>());
        }
    }

    private static LocalDate back(LocalDate from, int days) {
        LocalDate day = from;
        for (int i = 0; i < days; i++) {
            day = CALENDAR.onOrBefore(day.minusDays(1));
        }
        return day;
    }

    /** @param holes whether days and hours are missing, in places that move no roll and no spread */
    public static SyntheticMonths generate(String product, boolean holes) {
        SyntheticMonths made = new SyntheticMonths(product, holes);
        Random random = new Random(SEED);
        long ticks = START;
        for (LocalDate day = FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
            if (CALENDAR.isTradingDay(day)) {
                for (Session session : CALENDAR.sessions(day)) {
                    for (long time = session.opens(); time < session.closes(); time += TIMEFRAME.millis()) {
                        ticks = made.bar(day, time, ticks, random);
                    }
                }
                made.endOf(day);
            }
        }
        return made;
    }

    /** One bar of every month that trades; the walk's last value. */
    private long bar(LocalDate day, long time, long open, Random random) {
        long high = open;
        long low = open;
        long close = open;
        for (int step = 0; step < 4; step++) {
            close += Math.round(random.nextGaussian() * 2);
            high = Math.max(high, close);
            low = Math.min(low, close);
        }
        walk.put(time, close);
        long traded = 1500L + random.nextInt(1000);
        for (int m = 0; m < months.size(); m++) {
            Month month = months.get(m);
            long volume = traded * share(m, day, false) / 1000;
            if (volume > 0 && isListed(month, day) && !(holes && isHole(m, day, time))) {
                int offset = month.offset();
                bars.get(m)
                        .add(new SyntheticBar(
                                time, open + offset, high + offset, low + offset, close + offset, volume));
            }
        }
        return close;
    }

    private static boolean isListed(Month month, LocalDate day) {
        return !day.isAfter(month.expiry()) && day.isAfter(month.expiry().minusDays(LISTED_DAYS));
    }

    /** The last hour of the old month on its day of the crossover, and of every month its days that are dates of 20. */
    private boolean isHole(int m, LocalDate day, long time) {
        boolean beforeRoll =
                day.equals(months.get(m).crossover()) && time >= CALENDAR.endOf(day) - HOLE_BARS * TIMEFRAME.millis();
        return beforeRoll || day.getDayOfMonth() == 20;
    }

    /** Thousandths of the day's trading, or of what is open, that a month has. */
    private long share(int m, LocalDate day, boolean open) {
        int front = 0;
        while (front < months.size() - 1 && !day.isBefore(crossover(front, open))) {
            front++;
        }
        LocalDate soon = front == months.size() - 1 ? null : back(crossover(front, open), 3);
        boolean moving = soon != null && !day.isBefore(soon);
        return switch (m - front) {
            case -1 -> 250;
            case 0 -> moving ? 550 : 720;
            case 1 -> moving ? 400 : 25;
            case 2 -> 4;
            default -> m < front ? 1 : 2;
        };
    }

    private LocalDate crossover(int m, boolean open) {
        return open ? months.get(m).openInterestCrossover() : months.get(m).crossover();
    }

    private void endOf(LocalDate day) {
        for (int m = 0; m < months.size(); m++) {
            if (isListed(months.get(m), day)) {
                openInterest.get(m).put(day, 200L * share(m, day, true) + day.getDayOfMonth());
            }
        }
    }

    public List<Month> months() {
        return months;
    }

    /** Bars of a month, in the order of time. */
    List<SyntheticBar> bars(int month) {
        return bars.get(month);
    }

    /** Contracts of a month open at the end of its trading days. */
    Map<LocalDate, Long> openInterest(int month) {
        return openInterest.get(month);
    }

    /** What the walk closed at, in ticks, by the open time of the bar. */
    public Map<Long, Long> walk() {
        return walk;
    }
}
