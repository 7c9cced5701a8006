package futures.model.roll;

import futures.model.BarSeries;
import futures.model.FuturesContract;
import futures.model.Session;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.model.TradingDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Four quarterly contracts whose truth is known: each stands a fixed number of ticks above one random walk, the next one's volume
 * exceeds the front's for the first time on a known trading day, and comes back below it on some later ones. Half-hour bars, of
 * which each contract lacks some.
 */
final class SyntheticChain {
    static final TradingCalendar CALENDAR = TradingCalendar.CME_EQUITY;
    static final TickGrid GRID = new TickGrid(new BigDecimal("0.25"));
    static final Timeframe HALF_HOUR = Timeframe.parse("30m");
    private static final LocalDate START = LocalDate.of(2024, 1, 2);

    final Map<FuturesContract, BarSeries> bars = new LinkedHashMap<>();
    final Map<FuturesContract, LocalDate> expiries = new HashMap<>();
    final List<FuturesContract> contracts = new ArrayList<>();
    /** Trading day on which the next contract first trades more, for each but the last contract. */
    final List<LocalDate> crossovers = new ArrayList<>();
    /** Trading day that first leaves more of the next contract open, for each but the last contract. */
    final List<LocalDate> openInterestCrossovers = new ArrayList<>();
    /** Contracts open at the end of a day. */
    final Map<FuturesContract, SortedMap<LocalDate, Double>> openInterest = new HashMap<>();
    /** Ticks above the walk, by contract. */
    final List<Integer> offsets = new ArrayList<>();
    /** The walk, in ticks, by the open time of a bar. */
    final Map<Long, Long> walk = new HashMap<>();

    private final int daysListedBeforeFront;

    SyntheticChain(Random random) {
        this(random, 25);
    }

    SyntheticChain(Random random, int daysListedBeforeFront) {
        this.daysListedBeforeFront = daysListedBeforeFront;
        for (int c = 0; c < 4; c++) {
            FuturesContract contract = new FuturesContract("ES", YearMonth.of(2024, 3 * (c + 1)));
            contracts.add(contract);
            LocalDate expiry = contract.month().atDay(15 + random.nextInt(7));
            expiries.put(contract, expiry);
            crossovers.add(CALENDAR.onOrBefore(expiry.minusDays(random.nextInt(11) + 1)));
            offsets.add(random.nextInt(400) - 200);
        }
        crossovers.remove(3);
        List<Long> times = times();
        long ticks = 20_000;
        for (long time : times) {
            ticks += random.nextInt(21) - 10;
            walk.put(time, ticks);
        }
        for (int c = 0; c < 4; c++) {
            bars.put(contracts.get(c), bars(c, times, random));
        }
        for (int c = 0; c < 3; c++) {
            openInterestCrossovers.add(
                    CALENDAR.onOrBefore(expiries.get(contracts.get(c)).minusDays(random.nextInt(9) + 1)));
        }
        for (int c = 0; c < 4; c++) {
            openInterest.put(contracts.get(c), openInterest(c, random));
        }
    }

    /** Of the days with bars; comes back below the front's once after the crossover. */
    private SortedMap<LocalDate, Double> openInterest(int c, Random random) {
        SortedMap<LocalDate, Double> open = new TreeMap<>();
        BarSeries series = bars.get(contracts.get(c));
        TradingDays days = TradingDays.of(series, CALENDAR);
        for (int d = 0; d < days.count(); d++) {
            LocalDate day = days.day(d);
            int most = 0;
            while (most < 3 && !day.isBefore(openInterestCrossovers.get(most))) {
                most++;
            }
            boolean back =
                    most > 0 && day.isAfter(openInterestCrossovers.get(most - 1)) && day.getDayOfMonth() % 4 == 0;
            int level = Math.abs((back ? most - 1 : most) - c);
            open.put(day, (double) new int[] {2_000_000, 200_000, 20_000, 2_000}[level] + random.nextInt(900));
        }
        return open;
    }

    private List<Long> times() {
        List<Long> times = new ArrayList<>();
        LocalDate last = CALENDAR.onOrBefore(expiries.get(contracts.get(3)));
        for (LocalDate day = START; !day.isAfter(last); day = day.plusDays(1)) {
            if (CALENDAR.isTradingDay(day)) {
                for (Session session : CALENDAR.sessions(day)) {
                    for (long time = session.opens(); time < session.closes(); time += HALF_HOUR.millis()) {
                        times.add(time);
                    }
                }
            }
        }
        return times;
    }

    private BarSeries bars(int c, List<Long> times, Random random) {
        LocalDate listed = c == 0 ? START : crossovers.get(c - 1).minusDays(daysListedBeforeFront);
        LocalDate last = CALENDAR.onOrBefore(expiries.get(contracts.get(c)));
        BarSeries.Builder builder = BarSeries.builder(contracts.get(c).symbol(), HALF_HOUR);
        for (long time : times) {
            LocalDate day = CALENDAR.tradingDay(time);
            if (!day.isBefore(listed) && !day.isAfter(last) && random.nextInt(10) > 0) {
                double close = GRID.price(walk.get(time) + offsets.get(c));
                double open = GRID.price(GRID.nearest(close) + random.nextInt(9) - 4);
                double high = Math.max(open, close) + 0.5;
                double low = Math.min(open, close) - 0.25;
                builder.add(time, open, high, low, close, volume(c, day, random));
            }
        }
        return builder.build();
    }

    /** Thousands for the contract that most is traded in, hundreds for its neighbour, hardly any for the one after. */
    private int volume(int c, LocalDate day, Random random) {
        int most = 0;
        while (most < crossovers.size() && !day.isBefore(crossovers.get(most))) {
            most++;
        }
        boolean back = most > 0 && day.isAfter(crossovers.get(most - 1)) && day.getDayOfMonth() % 3 == 0;
        int level = Math.abs((back ? most - 1 : most) - c);
        return new int[] {10_000, 1_000, 100, 10}[level] + random.nextInt(5);
    }
}
