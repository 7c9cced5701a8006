package futures.ml.dataset;

import futures.analytics.label.CusumFilter;
import futures.analytics.label.FixedHorizon;
import futures.analytics.label.Labels;
import futures.analytics.label.TripleBarrier;
import futures.kit.http.Problem;
import futures.ml.bars.Series;
import futures.ml.feature.FeatureCatalogue;
import futures.ml.feature.FeatureInput;
import futures.wire.ml.LabelSpec;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Labels of a series as a complete {@link LabelSpec} asks for them. */
final class LabelMaker {
    private final FeatureInput input;
    private final LabelSpec spec;
    private final FeatureCatalogue catalogue;
    private final double costs;
    private final double[] high;
    private final double[] low;
    private final double[] close;

    /** @param costs of a round trip, as a part of the price */
    LabelMaker(FeatureInput input, LabelSpec spec, FeatureCatalogue catalogue, double costs) {
        this.input = input;
        this.spec = spec;
        this.catalogue = catalogue;
        this.costs = costs;
        Series series = input.series();
        this.high = new double[series.size()];
        this.low = new double[series.size()];
        this.close = new double[series.size()];
        for (int i = 0; i < close.length; i++) {
            double factor = series.factor(i);
            high[i] = series.real().high(i) * factor;
            low[i] = series.real().low(i) * factor;
            close[i] = series.real().close(i) * factor;
            if (!(low[i] > 0)) {
                throw Problem.unprocessable("The price is not above zero at "
                                + java.time.Instant.ofEpochMilli(series.real().openTime(i))
                                + ", where a return means nothing; choose a range without it.")
                        .field("start_date", null, "a price at or below zero");
            }
        }
    }

    /** Of events that come from a first bar on. */
    Labels label(futures.wire.ml.SamplingSpec sampling, int first) {
        int[] events = events(sampling, first);
        return switch (spec.kind()) {
            case "return" -> new FixedHorizon(spec.bars()).returns(close, events);
            case "direction" -> new FixedHorizon(spec.bars()).direction(close, events, threshold());
            case "triple_barrier" ->
                barrier().direction(new TripleBarrier.Prices(high, low, close), events, volatility(spec.bars()));
            default ->
                barrier()
                        .onSide(new TripleBarrier.Prices(high, low, close), events, volatility(spec.bars()), side())
                        .paid();
        };
    }

    private int[] events(futures.wire.ml.SamplingSpec sampling, int first) {
        IntStream bars = switch (sampling.events()) {
            case "cusum" -> Arrays.stream(CusumFilter.events(close, scaled(volatility(1), sampling.threshold())));
            case "every" -> IntStream.iterate(first, bar -> bar < close.length, bar -> bar + sampling.step());
            default -> IntStream.range(0, close.length);
        };
        return bars.filter(bar -> bar >= first).toArray();
    }

    private TripleBarrier barrier() {
        return new TripleBarrier(
                spec.profit(),
                spec.stop(),
                spec.bars(),
                costs,
                spec.touch().equals("close") ? TripleBarrier.Touch.CLOSE : TripleBarrier.Touch.HIGH_LOW,
                spec.atTime().equals("zero") ? TripleBarrier.AtTime.ZERO : TripleBarrier.AtTime.SIGN);
    }

    private double[] threshold() {
        if (spec.volatilities() != null) {
            return scaled(volatility(spec.bars()), spec.volatilities());
        }
        double[] everywhere = new double[close.length];
        Arrays.fill(everywhere, spec.threshold());
        return everywhere;
    }

    /** Of returns over some bars, as it is known at each bar. */
    private double[] volatility(int bars) {
        double[] ofOne = catalogue
                .feature("volatility", java.util.Map.of("period", spec.volatilityPeriod()))
                .compute(input);
        return scaled(ofOne, Math.sqrt(bars));
    }

    private static double[] scaled(double[] values, double factor) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = values[i] * factor;
        }
        return scaled;
    }

    /** 1 long, -1 short, 0 none, of each bar. */
    int[] side() {
        int[] side = new int[close.length];
        if (spec.signals() != null) {
            for (LabelSpec.Signal signal : spec.signals()) {
                int bar = lastClosed(signal.time().toEpochMilli());
                if (bar >= 0) {
                    side[bar] = signal.side().equals("long") ? 1 : -1;
                }
            }
            return side;
        }
        double[] values;
        try {
            values = catalogue.expression(spec.side()).compute(input);
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable("The side cannot be read: " + e.getMessage() + ".")
                    .field("label.side", spec.side(), e.getMessage());
        }
        for (int i = 0; i < side.length; i++) {
            side[i] = values[i] > 0 ? 1 : values[i] < 0 ? -1 : 0;
        }
        return side;
    }

    private int lastClosed(long time) {
        int low0 = 0;
        int high0 = close.length;
        while (low0 < high0) {
            int middle = (low0 + high0) >>> 1;
            if (input.bars().closeTime(middle) <= time) {
                low0 = middle + 1;
            } else {
                high0 = middle;
            }
        }
        return low0 - 1;
    }

    /** Closes whose quotients are returns across rolls. */
    double[] close() {
        return close;
    }
}
