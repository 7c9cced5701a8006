package futures.ml.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.ml.MadeBars;
import futures.ml.bars.Series;
import futures.model.Timeframe;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every feature of the catalogue has to keep, whatever it computes. */
class FeatureCatalogueTest {
    private static final FeatureCatalogue CATALOGUE = new FeatureCatalogue(List.of());
    private static final Timeframe FIVE = new Timeframe(300);
    /** Twelve trading days, over the beginning of daylight saving. */
    private static final Series SERIES = MadeBars.series(FIVE, 3_300, 11);

    private static final Series ROLLED = MadeBars.rolled(FIVE, 3_300, 12, 61, 800, 1_650, 2_500);

    private static Stream<Feature> features() {
        return Stream.concat(
                CATALOGUE.kinds().stream().map(kind -> CATALOGUE.feature(kind.name(), small(kind))),
                Stream.of(
                        CATALOGUE.feature("rsi", Map.of()).at("1h"),
                        CATALOGUE.feature("sma_distance", Map.of("period", 3)).at("1d"),
                        CATALOGUE.feature("return", Map.of("bars", 3)).lagged(4),
                        CATALOGUE.expression(
                                "if(close > mean(close, 20), std(log_return(1), 30), -diff(ema(volume, 5), 2) / volume)"),
                        CATALOGUE.expression("(highest(high, 10) - lowest(low, 10)) / traded")));
    }

    /** A week of days at most, so that there are values. */
    private static Map<String, Object> small(FeatureKind kind) {
        return kind.name().equals("volume_of_time") ? Map.of("days", 3) : Map.of();
    }

    private static double[] values(Feature feature, Series series) {
        return feature.compute(new FeatureInput(series, key -> {
            throw new AssertionError("no other symbol was named");
        }));
    }

    private static Stream<DynamicTest> each(java.util.function.Consumer<Feature> check) {
        return features().map(feature -> DynamicTest.dynamicTest(feature.text(), () -> check.accept(feature)));
    }

    @TestFactory
    Stream<DynamicTest> warmUpIsAsDeclaredAndValuesFollow() {
        return each(feature -> {
            double[] values = values(feature, SERIES);
            int first = 0;
            while (Double.isNaN(values[first])) {
                first++;
            }
            if (feature.text().startsWith("if(")) {
                // the branch that is taken may need less than the other one
                assertTrue(first <= feature.span().warmUp(), "defined from " + first);
            } else if (feature.span().warmUp() >= 0 && !feature.span().words().contains("day so far")) {
                assertEquals(feature.span().warmUp(), first);
            }
            double last = values[values.length - 1];
            assertTrue(Double.isFinite(last), "the last value is " + last);
            assertTrue(Arrays.stream(values).distinct().count() > 1, "it is the same everywhere");
        });
    }

    @TestFactory
    Stream<DynamicTest> whatIsThereDoesNotChangeWhenLaterBarsComeOrAreOthers() {
        return each(feature -> {
            for (Series series : List.of(SERIES, ROLLED)) {
                double[] all = values(feature, series);
                for (int cut : new int[] {801, 1_650, 1_651, 2_347, 3_299}) {
                    double[] before = values(feature, series.upTo(cut));
                    assertArrayEquals(Arrays.copyOf(all, cut), before, "bars from " + cut + " on were deleted");
                    double[] other = values(feature, series.withBars(MadeBars.withOtherFuture(series.real(), cut)));
                    assertArrayEquals(before, Arrays.copyOf(other, cut), "bars from " + cut + " on are others");
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> noValueDependsOnBarsBeforeItsLookBack() {
        return each(feature -> {
            int back = feature.span().lookBack();
            if (back < 0) {
                return;
            }
            int changed = 1_000;
            double[] as = values(feature, SERIES);
            double[] other = values(feature, SERIES.withBars(onlyOne(changed)));
            int from = changed + back + 1;
            // 1e-9 where sums are kept relative to the first value of a block that holds the bar
            assertArrayEquals(
                    Arrays.copyOfRange(as, from, as.length), Arrays.copyOfRange(other, from, other.length), 1e-9);
            if (back > 0) {
                assertFalse(
                        Arrays.equals(Arrays.copyOfRange(as, changed, from), Arrays.copyOfRange(other, changed, from)));
            }
        });
    }

    private static futures.model.BarSeries onlyOne(int bar) {
        futures.model.BarSeries bars = SERIES.real();
        futures.model.BarSeries moved = MadeBars.withOtherFuture(bars, bar);
        futures.model.BarSeries.Builder builder = futures.model.BarSeries.builder(bars.symbol(), bars.timeframe());
        for (int i = 0; i < bars.size(); i++) {
            futures.model.BarSeries from = i == bar ? moved : bars;
            builder.add(from.openTime(i), from.open(i), from.high(i), from.low(i), from.close(i), from.volume(i));
        }
        return builder.build();
    }

    @TestFactory
    Stream<DynamicTest> theLevelOfEarlierContractsSaysNothing() {
        // a series that was rolled shows the moves of the walk that it was made of; only what is divided by the price
        // may differ
        Series walk = MadeBars.series(FIVE, 3_300, 12);
        return each(feature -> {
            double[] plain = values(feature, walk);
            double[] rolled = values(feature, ROLLED);
            double usual = Arrays.stream(plain)
                    .filter(Double::isFinite)
                    .map(Math::abs)
                    .average()
                    .orElseThrow();
            for (int i = 0; i < plain.length; i++) {
                double scale = Math.max(Math.abs(plain[i]), usual);
                // three rolls of 15.25 points are about one percent of the price
                boolean near = Math.abs(plain[i] - rolled[i]) <= 0.05 * scale || Double.isNaN(plain[i]);
                assertTrue(near, "bar " + i + ": " + plain[i] + " and " + rolled[i]);
            }
        });
    }
}
