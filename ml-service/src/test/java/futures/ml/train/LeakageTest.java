package futures.ml.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.ml.MadeBars;
import futures.ml.bars.Series;
import futures.ml.dataset.Dataset;
import futures.ml.feature.FeatureInput;
import futures.ml.feature.FeatureKind;
import futures.ml.feature.Parameters;
import futures.ml.feature.Span;
import futures.wire.ml.FeatureSpec;
import futures.wire.ml.LeakageCheck;
import futures.wire.ml.TrainReport;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Each leak that is planted is found, by the test that is there for it. */
class LeakageTest {
    private static final Series WALK = MadeBars.series(Trials.FIVE, 1_500, 5);

    private static FeatureKind own(String name, Function<FeatureInput, double[]> values) {
        return new FeatureKind() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String description() {
                return "planted";
            }

            @Override
            public Span span(Parameters parameters) {
                return Span.window(0);
            }

            @Override
            public double[] compute(FeatureInput input, Parameters parameters) {
                return values.apply(input);
            }
        };
    }

    private static TrainReport report(Series series, FeatureKind leak) {
        Trials trials = new Trials(series, leak);
        FeatureSpec hour = new FeatureSpec("hour", "rsi", null, null, null, "1h", null);
        Dataset dataset =
                trials.dataset(Trials.label("direction", 4), Trials.kind("body"), hour, Trials.kind(leak.name()));
        return trials.report(dataset, Trials.order("logistic", Map.of(), 1));
    }

    private static LeakageCheck check(TrainReport report, int number) {
        LeakageCheck check = report.leakage().get(number - 1);
        assertEquals(number, check.number());
        return check;
    }

    @Test
    void aFeatureThatKnowsTheLabelIsCaughtAndNothingIsClaimed() {
        TrainReport report = report(WALK, own("oracle", input -> {
            double[] closes = input.closes();
            double[] values = new double[closes.length];
            for (int i = 0; i + 4 < values.length; i++) {
                values[i] = closes[i + 4] - closes[i];
            }
            return values;
        }));
        assertTrue(report.metrics().get("auc") > 0.95, "it is a good forecast: " + report.metrics());
        for (int number : new int[] {1, 2, 5, 11}) {
            assertEquals(
                    "failed",
                    check(report, number).result(),
                    check(report, number).toString());
            assertTrue(
                    check(report, number).detail().contains(number == 11 ? "row" : "oracle"),
                    check(report, number).detail());
        }
        assertFalse(report.verdict().evidence());
        assertTrue(
                report.verdict().text().startsWith("No claim can be made"),
                report.verdict().text());
    }

    @Test
    void aFeatureScaledByAllOfTheDataIsCaught() {
        TrainReport report = report(WALK, own("scaled", input -> {
            double[] volume = input.column("volume").clone();
            double most = 0;
            for (double value : volume) {
                most = Math.max(most, value);
            }
            for (int i = 0; i < volume.length; i++) {
                volume[i] /= most;
            }
            return volume;
        }));
        // the future that is put in its place trades more, so that the largest volume is another one
        assertEquals("failed", check(report, 2).result(), check(report, 2).toString());
        assertFalse(report.verdict().evidence());
    }

    @Test
    void aFeatureOfABackwardAdjustedSeriesIsCaughtAtTheRoll() {
        Series rolled = MadeBars.rolled(Trials.FIVE, 1_500, 5, 61, 700, 1_200);
        FeatureKind backward = own("backward", input -> {
            double[] closes = input.closes();
            double last = input.size() == 0 ? 0 : input.series().shift(input.size() - 1);
            double[] values = new double[closes.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (closes[i] - last) / 5_000;
            }
            return values;
        });
        TrainReport report = report(rolled, backward);
        assertEquals("failed", check(report, 10).result(), check(report, 10).toString());
        TrainReport honest =
                report(rolled, own("plain", input -> input.column("volume").clone()));
        assertEquals("passed", check(honest, 10).result(), check(honest, 10).toString());
        assertTrue(
                check(honest, 10).detail().contains("of 2 rolls"),
                check(honest, 10).detail());
    }

    @Test
    void aFeatureThatIsNotTheSameTwiceIsCaught() {
        int[] calls = {0};
        TrainReport report = report(WALK, own("restless", input -> {
            calls[0]++;
            double[] values = new double[input.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (i * 7919 + calls[0]) % 101;
            }
            return values;
        }));
        assertEquals("failed", check(report, 1).result());
        assertEquals("failed", check(report, 11).result());
    }

    @Test
    void withoutALeakEveryTestThatAppliesPasses() {
        TrainReport report =
                report(WALK, own("plain", input -> input.column("volume").clone()));
        for (LeakageCheck check : report.leakage()) {
            assertEquals(check.number() == 10 ? "not_applicable" : "passed", check.result(), check.toString());
        }
    }
}
