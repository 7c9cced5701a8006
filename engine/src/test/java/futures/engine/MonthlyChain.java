package futures.engine;

import futures.model.BarSeries;
import futures.model.FuturesContract;
import futures.model.Session;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Dated contracts in hourly bars, each on a walk of its own around a common one, so that the spread between two of them is another in
 * every bar. Each lacks some bars; the next one trades more from a few days before expiry on.
 */
final class MonthlyChain {
    static final TradingCalendar CALENDAR = TradingCalendar.CME_EQUITY;
    private static final Timeframe HOUR = Timeframe.parse("1h");
    private static final int LISTED_DAYS = 50;

    final Map<FuturesContract, BarSeries> bars = new LinkedHashMap<>();
    final Map<FuturesContract, LocalDate> expiries = new HashMap<>();
    private final List<LocalDate> crossovers = new ArrayList<>();
    private final TickGrid grid;

    MonthlyChain(int contracts, TickGrid grid, Random random) {
        this.grid = grid;
        for (int c = 0; c < contracts; c++) {
            FuturesContract contract =
                    new FuturesContract("ES", YearMonth.of(2024, 1).plusMonths(c));
            LocalDate expiry = contract.month().atDay(15 + random.nextInt(7));
            expiries.put(contract, expiry);
            crossovers.add(CALENDAR.onOrBefore(expiry.minusDays(2 + random.nextInt(7))));
            bars.put(contract, BarSeries.builder(contract.symbol(), HOUR).build());
        }
        Map<Long, Long> walk = new LinkedHashMap<>();
        long tick = 20_000;
        LocalDate last = YearMonth.of(2024, contracts).atEndOfMonth();
        for (LocalDate day = LocalDate.of(2024, 1, 2); !day.isAfter(last); day = day.plusDays(1)) {
            if (CALENDAR.isTradingDay(day)) {
                for (Session session : CALENDAR.sessions(day)) {
                    for (long time = session.opens(); time < session.closes(); time += HOUR.millis()) {
                        tick += random.nextInt(41) - 20;
                        walk.put(time, tick);
                    }
                }
            }
        }
        int c = 0;
        for (FuturesContract contract : List.copyOf(bars.keySet())) {
            bars.put(contract, bars(contract, c++, walk, random));
        }
    }

    private BarSeries bars(FuturesContract contract, int c, Map<Long, Long> walk, Random random) {
        BarSeries.Builder builder = BarSeries.builder(contract.symbol(), HOUR);
        LocalDate expiry = expiries.get(contract);
        long offset = random.nextInt(801) - 400L;
        for (Map.Entry<Long, Long> one : walk.entrySet()) {
            LocalDate day = CALENDAR.tradingDay(one.getKey());
            offset += random.nextInt(5) - 2;
            if (!day.isAfter(expiry) && !day.isBefore(expiry.minusDays(LISTED_DAYS)) && random.nextInt(10) > 0) {
                long close = one.getValue() + offset;
                long open = close + random.nextInt(21) - 10;
                builder.add(
                        one.getKey(),
                        grid.price(open),
                        grid.price(Math.max(open, close) + random.nextInt(4)),
                        grid.price(Math.min(open, close) - random.nextInt(4)),
                        grid.price(close),
                        volume(c, day));
            }
        }
        return builder.build();
    }

    private int volume(int c, LocalDate day) {
        int most = 0;
        while (most < crossovers.size() - 1 && !day.isBefore(crossovers.get(most))) {
            most++;
        }
        return 10_000 / (1 + Math.abs(most - c));
    }
}
