package futures.benchmarks;

import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.SessionHours;
import futures.model.TickGrid;
import futures.model.Timeframe;
import java.math.BigDecimal;
import java.util.Random;
import java.util.function.ToIntFunction;

/** Made-up minutes of ES on its tick grid, the same in every run. */
public final class Walk {
    private Walk() {}

    public static ContractSpec es() {
        return new ContractSpec(
                "ES",
                "E-mini S&P 500",
                "CME",
                "USD",
                new TickGrid(new BigDecimal("0.25")),
                new BigDecimal("50"),
                null,
                null,
                SessionHours.CME_GLOBEX);
    }

    static BarSeries bars(int count) {
        return bars("ES", count, 0);
    }

    /** @param which another number, other bars */
    static BarSeries bars(String symbol, int count, int which) {
        return bars(symbol, count, new Random(20_240_101 + which), dice -> 100);
    }

    /** With a volume of its own in each minute, of which features are made. */
    public static BarSeries traded(int count) {
        return bars("ES", count, new Random(20_240_101), dice -> 1 + dice.nextInt(500));
    }

    private static BarSeries bars(String symbol, int count, Random random, ToIntFunction<Random> volume) {
        BarSeries.Builder builder = BarSeries.builder(symbol, Timeframe.MINUTE);
        long close = 20_000;
        for (int i = 0; i < count; i++) {
            long open = close;
            close = Math.max(4_000, open + random.nextInt(9) - 4);
            long high = Math.max(open, close) + random.nextInt(4);
            long low = Math.min(open, close) - random.nextInt(4);
            builder.add(i * 60_000L, open / 4.0, high / 4.0, low / 4.0, close / 4.0, volume.applyAsInt(random));
        }
        return builder.build();
    }
}
