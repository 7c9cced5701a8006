import futures.ml.bars.Series;
import futures.ml.bars.SeriesKey;
import futures.ml.feature.Feature;
import futures.ml.feature.FeatureCatalogue;
import futures.ml.feature.FeatureInput;
import futures.ml.feature.FeatureKind;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.RollCalendar;
import futures.model.SessionHours;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.model.bars.BarForm;
import java.math.BigDecimal;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How long forty features over a million bars take, with nothing kept: each column of the catalogue's first forty kinds with their
 * stand-ins, in one thread. Processor time, which a busy machine lengthens less than time on the wall.
 */
public final class FeatureMeasurement {
    private static final int FEATURES = 40;

    private FeatureMeasurement() {}

    /** @param args rounds, bars, and {@code each} for a line by feature */
    public static void main(String[] args) {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        BarSeries bars = walk(count);
        SeriesKey key = new SeriesKey("ES", BarForm.of(Timeframe.MINUTE), null, null, null);
        Series series = Series.of(key, bars, es(), RollCalendar.NONE, null);
        FeatureCatalogue catalogue = new FeatureCatalogue(List.of());
        List<Feature> features = new ArrayList<>();
        for (FeatureKind kind : catalogue.kinds()) {
            if (features.size() < FEATURES) {
                features.add(catalogue.feature(kind.name(), Map.of()));
            }
        }
        double[] millis = new double[rounds];
        double wall = Double.POSITIVE_INFINITY;
        int kept = 0;
        for (int round = -rounds; round < rounds; round++) {
            FeatureInput input = new FeatureInput(series, other -> series);
            long began = System.nanoTime();
            long used = processor();
            for (Feature feature : features) {
                long before = processor();
                double[] column = feature.compute(input);
                kept += column.length;
                if (round == rounds - 1 && args.length > 2) {
                    System.out.printf("%8.1f ms  %s%n", (processor() - before) / 1e6, feature.text());
                }
            }
            if (round >= 0) {
                millis[round] = (processor() - used) / 1e6;
                wall = Math.min(wall, (System.nanoTime() - began) / 1e6);
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                "%d features over %,d bars: processor median %.0f ms, best %.0f ms; wall best %.0f ms (%d)%n",
                features.size(), count, millis[rounds / 2], millis[0], wall, kept % 10);
    }

    private static ContractSpec es() {
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

    private static BarSeries walk(int count) {
        Random random = new Random(20_240_101);
        BarSeries.Builder builder = BarSeries.builder("ES", Timeframe.MINUTE);
        long close = 20_000;
        for (int i = 0; i < count; i++) {
            long open = close;
            close = Math.max(4_000, open + random.nextInt(9) - 4);
            long high = Math.max(open, close) + random.nextInt(4);
            long low = Math.min(open, close) - random.nextInt(4);
            builder.add(i * 60_000L, open / 4.0, high / 4.0, low / 4.0, close / 4.0, 1 + random.nextInt(500));
        }
        return builder.build();
    }

    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
