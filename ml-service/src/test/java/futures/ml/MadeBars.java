package futures.ml;

import futures.marketdata.SeriesKey;
import futures.ml.bars.Series;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.Roll;
import futures.model.RollCalendar;
import futures.model.SessionHours;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.model.bars.BarForm;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up bars: a walk of whole ticks in the hours of the index futures, with minutes left out here and there. */
public final class MadeBars {
    public static final TickGrid QUARTERS = new TickGrid(new BigDecimal("0.25"));
    public static final ContractSpec MES = new ContractSpec(
                    "MES",
                    "Micro E-mini S&P 500",
                    "CME",
                    "USD",
                    QUARTERS,
                    new BigDecimal("5"),
                    null,
                    null,
                    SessionHours.CME_GLOBEX)
            .withCalendar(TradingCalendar.CME_EQUITY)
            .withRegularHours(
                    new SessionHours(SessionHours.CME_GLOBEX.zone(), LocalTime.of(8, 30), LocalTime.of(15, 0)));

    /** A week before daylight saving began in 2024. */
    private static final long BEGINS = Instant.parse("2024-03-03T23:00:00Z").toEpochMilli();

    private static final double MISSING = 0.01;

    private MadeBars() {}

    public static SeriesKey key(String symbol, Timeframe timeframe) {
        return new SeriesKey(symbol, BarForm.of(timeframe), null, null, null);
    }

    /** So many bars of a walk. */
    public static BarSeries walk(String symbol, Timeframe timeframe, int count, long seed) {
        return leaning(symbol, timeframe, count, seed, 0);
    }

    /** As the walk, but each bar leans so many ticks in the direction of the one before, which is a signal that can be learnt. */
    public static BarSeries leaning(String symbol, Timeframe timeframe, int count, long seed, int lean) {
        SplittableRandom random = new SplittableRandom(seed);
        BarSeries.Builder builder = BarSeries.builder(symbol, timeframe);
        long last = 20_000;
        int made = 0;
        int before = 0;
        for (long time = BEGINS; made < count; time += timeframe.millis()) {
            if (!TradingCalendar.CME_EQUITY.isOpen(time) || random.nextDouble() < MISSING) {
                continue;
            }
            long open = last + random.nextInt(3) - 1;
            long close = open + random.nextInt(17) - 8 + (long) lean * before;
            before = Long.signum(close - open);
            long high = Math.max(open, close) + random.nextInt(5);
            long low = Math.min(open, close) - random.nextInt(5);
            builder.add(
                    time,
                    QUARTERS.price(open),
                    QUARTERS.price(high),
                    QUARTERS.price(low),
                    QUARTERS.price(close),
                    1 + random.nextInt(500));
            last = close;
            made++;
        }
        return builder.build();
    }

    public static Series series(Timeframe timeframe, int count, long seed) {
        return Series.of(
                key("MES", timeframe), walk("MES", timeframe, count, seed), MES, RollCalendar.NONE, "tag" + seed);
    }

    /** The same walk, traded in contracts that stand a number of ticks above each other, with a roll at each of some bars. */
    public static Series rolled(Timeframe timeframe, int count, long seed, int spreadTicks, int... rollBars) {
        BarSeries walk = walk("MES.v.0@diff", timeframe, count, seed);
        List<Roll> rolls = new ArrayList<>();
        double[][] prices = new double[5][count];
        int part = 0;
        for (int i = 0; i < count; i++) {
            if (part < rollBars.length && i == rollBars[part]) {
                BigDecimal old = BigDecimal.valueOf(prices[3][i - 1]);
                part++;
                rolls.add(new Roll(
                        walk.openTime(i),
                        "MES" + part,
                        "MES" + (part + 1),
                        old,
                        old.add(BigDecimal.valueOf(QUARTERS.price(spreadTicks)))));
            }
            long up = (long) part * spreadTicks;
            prices[0][i] = QUARTERS.moved(walk.open(i), up);
            prices[1][i] = QUARTERS.moved(walk.high(i), up);
            prices[2][i] = QUARTERS.moved(walk.low(i), up);
            prices[3][i] = QUARTERS.moved(walk.close(i), up);
            prices[4][i] = walk.volume(i);
        }
        return Series.of(
                key("MES.v.0@diff", timeframe),
                walk.withPrices(prices[0], prices[1], prices[2], prices[3], prices[4]),
                MES,
                new RollCalendar(rolls, "made"),
                "tag" + seed);
    }

    /** The same times with other bars from one on, still on the grid. */
    public static BarSeries withOtherFuture(BarSeries bars, int from) {
        double[][] prices = new double[5][bars.size()];
        for (int i = 0; i < bars.size(); i++) {
            boolean other = i >= from;
            prices[0][i] = bars.open(i) + (other ? 25 : 0);
            prices[1][i] = bars.high(i) + (other ? 75 : 0);
            prices[2][i] = bars.low(i) - (other ? 50 : 0);
            prices[3][i] = bars.close(i) + (other ? (i % 2 == 0 ? 20 : -20) : 0);
            prices[4][i] = bars.volume(i) + (other ? 1000 : 0);
        }
        return bars.withPrices(prices[0], prices[1], prices[2], prices[3], prices[4]);
    }
}
