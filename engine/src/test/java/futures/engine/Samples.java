package futures.engine;

import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.SessionHours;
import futures.model.TickGrid;
import futures.model.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;

/** Contracts and made-up bars for tests. */
public final class Samples {
    private static final long START = Instant.parse("2024-03-04T00:00:00Z").toEpochMilli();

    private Samples() {}

    /** A tick of 0.25 and a point value of 50, like ES; no margin. */
    public static ContractSpec es() {
        return contract("ES", "0.25", "50", null);
    }

    public static ContractSpec contract(String symbol, String tick, String pointValue, String margin) {
        BigDecimal initial = margin == null ? null : new BigDecimal(margin);
        return new ContractSpec(
                symbol,
                symbol,
                "CME",
                "USD",
                new TickGrid(new BigDecimal(tick)),
                new BigDecimal(pointValue),
                initial,
                initial,
                SessionHours.CME_GLOBEX);
    }

    /** A random walk on the tick grid: gaps, flat bars and wide bars included. */
    public static BarSeries walk(ContractSpec contract, int bars, long seed) {
        return walk(contract, bars, seed, 1.0);
    }

    /** Prices multiplied by a factor and rounded to six places, as ratio back-adjustment does: off the tick grid. */
    public static BarSeries walk(ContractSpec contract, int bars, long seed, double factor) {
        return walk(contract, bars, seed, factor, 60, false);
    }

    /**
     * @param seconds length of a bar
     * @param days    whether the bars are spread over several trading days
     */
    public static BarSeries walk(ContractSpec contract, int bars, long seed, double factor, int seconds, boolean days) {
        Random random = new Random(seed);
        BarSeries.Builder builder = BarSeries.builder(contract.symbol(), new Timeframe(seconds));
        long close = 20_000;
        long barsADay = days ? 4 * (70 + seed % 100) : Long.MAX_VALUE;
        for (int i = 0; i < bars; i++) {
            long open = random.nextInt(4) == 0 ? close + random.nextInt(9) - 4 : close;
            int width = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(random.nextInt(10) == 0 ? 30 : 6);
            close = open + (width == 0 ? 0 : random.nextInt(2 * width + 1) - width);
            long high = Math.max(open, close) + (width == 0 ? 0 : random.nextInt(width + 1));
            long low = Math.min(open, close) - (width == 0 ? 0 : random.nextInt(width + 1));
            builder.add(
                    START + i / barsADay * 86_400_000L + i % barsADay * seconds * 1000L,
                    price(contract, open, factor),
                    price(contract, high, factor),
                    price(contract, low, factor),
                    price(contract, close, factor),
                    100 + random.nextInt(900));
        }
        return builder.build();
    }

    /** So many bars at a time put together to one. */
    static BarSeries together(BarSeries finer, int count) {
        BarSeries.Builder builder = BarSeries.builder(
                finer.symbol(), new Timeframe(finer.timeframe().seconds() * count));
        for (int i = 0; i < finer.size(); i += count) {
            double high = finer.high(i);
            double low = finer.low(i);
            double volume = 0;
            for (int k = i; k < i + count; k++) {
                high = Math.max(high, finer.high(k));
                low = Math.min(low, finer.low(k));
                volume += finer.volume(k);
            }
            builder.add(finer.openTime(i), finer.open(i), high, low, finer.close(i + count - 1), volume);
        }
        return builder.build();
    }

    private static double price(ContractSpec contract, long ticks, double factor) {
        double onGrid = contract.ticks().price(ticks);
        return factor == 1.0 ? onGrid : Math.rint(onGrid * factor * 1e6) / 1e6;
    }
}
