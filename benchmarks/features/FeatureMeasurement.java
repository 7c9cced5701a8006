import futures.benchmarks.Walk;
import futures.marketdata.SeriesKey;
import futures.ml.bars.Series;
import futures.ml.feature.Feature;
import futures.ml.feature.FeatureCatalogue;
import futures.ml.feature.FeatureInput;
import futures.ml.feature.FeatureKind;
import futures.model.BarSeries;
import futures.model.RollCalendar;
import futures.model.Timeframe;
import futures.model.bars.BarForm;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

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
        BarSeries bars = Walk.traded(count);
        SeriesKey key = new SeriesKey("ES", BarForm.of(Timeframe.MINUTE), null, null, null);
        Series series = Series.of(key, bars, Walk.es(), RollCalendar.NONE, null);
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

    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
