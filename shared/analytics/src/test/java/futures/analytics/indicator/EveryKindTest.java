package futures.analytics.indicator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.BarSeries;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every kind of indicator, taken from the sealed types so that none can be forgotten. */
class EveryKindTest {
    private static final int BARS = 6_000;
    private static final List<BarSeries> SERIES =
            List.of(RandomWalk.quarterTicks(BARS, 3), RandomWalk.mixed(BARS, 4), RandomWalk.noDecimals(BARS, 5));
    private static final List<IndicatorValues> WHOLE =
            SERIES.stream().map(RandomWalk::values).toList();

    static Stream<Indicator> indicators() {
        return Samples.all().stream();
    }

    @Test
    void everyKindHasASample() {
        Set<Class<?>> kinds = new HashSet<>(Arrays.asList(Indicator.class.getPermittedSubclasses()));
        kinds.addAll(Arrays.asList(Study.class.getPermittedSubclasses()));
        kinds.remove(StudyLine.class);
        Set<Class<?>> sampled = new HashSet<>();
        Samples.singles().forEach(sample -> sampled.add(sample.getClass()));
        Samples.studies().forEach(sample -> sampled.add(sample.getClass()));
        assertEquals(kinds, sampled);
    }

    @Test
    void differentIndicatorsHaveDifferentTexts() {
        List<Indicator> all = Samples.all();
        assertEquals(all.size(), new HashSet<>(all).size());
    }

    /** The values of the first n bars are the same, bit for bit, when the bars after them do not exist. */
    @ParameterizedTest
    @MethodSource("indicators")
    void looksAtNoLaterBar(Indicator indicator) {
        Random random = new Random(17);
        for (int s = 0; s < SERIES.size(); s++) {
            BarSeries bars = SERIES.get(s);
            double[] whole = WHOLE.get(s).of(indicator);
            assertEquals(BARS, whole.length);
            for (int n = 0; n < BARS; n += n < 40 ? 1 : 1 + random.nextInt(400)) {
                double[] part = RandomWalk.values(bars.between(Long.MIN_VALUE, bars.openTime(n)))
                        .of(indicator);
                assertArrayEquals(Arrays.copyOf(whole, n), part, indicator + " with " + n + " bars");
            }
        }
    }

    /** Otherwise the comparison above could be one of nothing with nothing. */
    @ParameterizedTest
    @MethodSource("indicators")
    void isDefinedOnMostBarsAndMoves(Indicator indicator) {
        for (IndicatorValues values : WHOLE) {
            double[] whole = values.of(indicator);
            long defined = Arrays.stream(whole).filter(Double::isFinite).count();
            assertTrue(defined > BARS / 4, indicator + " is defined on " + defined + " bars");
            assertTrue(
                    Arrays.stream(whole).filter(Double::isFinite).distinct().count() > 1, indicator + " stands still");
            assertTrue(Arrays.stream(whole).noneMatch(Double::isInfinite), indicator + " is infinite somewhere");
        }
    }
}
