package futures.ml.serve;

import futures.kit.http.Problem;
import futures.ml.bars.Series;
import futures.ml.dataset.Datasets;
import futures.ml.feature.FeatureInput;
import futures.wire.ml.DatasetOrder;
import futures.wire.ml.LabelSpec;
import futures.wire.ml.SignalAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Walks predictions with hysteresis: in at one threshold, out behind another one. */
final class SignalWalk {
    private static final int MOST = 100_000;

    private final LoadedModel model;
    private final BarPredictions predictions;
    private final double enter;
    private final double leave;
    private final boolean both;
    private final int up;
    private final double[] volatility;

    SignalWalk(LoadedModel model, Datasets datasets, BarPredictions predictions, double enter, double leave) {
        this.model = model;
        this.predictions = predictions;
        this.enter = enter;
        this.leave = leave;
        DatasetOrder order = model.record().dataset().order();
        LabelSpec label = order.label();
        if (label.kind().equals("meta")) {
            throw Problem.unprocessable("Model '" + model.record().id()
                    + "' says whether to follow a side, and makes no signals of its own;"
                    + " read its predictions beside those of the strategy.");
        }
        this.up = label.positive().equals("down") ? -1 : 1;
        this.both = label.kind().equals("return")
                || label.neutral().equals("drop")
                || !model.record().dataset().labels().containsKey("0");
        this.volatility = datasets.catalogue()
                .feature("volatility", Map.of("period", label.volatilityPeriod()))
                .compute(new FeatureInput(predictions.series(), key -> {
                    throw new IllegalStateException("volatility is of the series itself");
                }));
    }

    List<SignalAnswer.Signal> walk(long from, long to) {
        Series series = predictions.series();
        List<SignalAnswer.Signal> signals = new ArrayList<>();
        int side = 0;
        for (int bar = predictions.warmUp(); bar < series.size(); bar++) {
            double value = predictions.value(bar);
            if (Double.isNaN(value)) {
                continue;
            }
            int next = next(side, value);
            long closed = series.real().closeTime(bar);
            if (next != side && closed >= from && closed <= to) {
                if (signals.size() == MOST) {
                    throw Problem.tooLarge("There are more than " + MOST + " signals; ask for a shorter range.");
                }
                signals.add(signal(series, bar, next, value));
            }
            side = next;
        }
        return signals;
    }

    private int next(int side, double value) {
        double centre = model.classification() ? 0.5 : 0;
        double strength = (value - centre) * up;
        double in = enter - centre;
        double out = leave - centre;
        if (strength >= in) {
            return 1;
        }
        if (both && -strength >= in) {
            return -1;
        }
        boolean stays = side * strength >= out && side != 0 && side * strength > -in;
        return stays ? side : 0;
    }

    private SignalAnswer.Signal signal(Series series, int bar, int side, double value) {
        LabelSpec label = model.record().dataset().order().label();
        double price = series.traded()[bar];
        boolean barriers = side != 0 && label.kind().equals("triple_barrier");
        double unit = volatility[bar] * Math.sqrt(label.bars());
        double costs = model.record().dataset().costs();
        Double target = barriers && label.profit() > 0 ? price * (1 + side * (label.profit() * unit + costs)) : null;
        Double stop = barriers && label.stop() > 0 ? price * (1 - side * (label.stop() * unit + costs)) : null;
        return new SignalAnswer.Signal(
                Instant.ofEpochMilli(series.real().openTime(bar)),
                Instant.ofEpochMilli(series.real().closeTime(bar)),
                side > 0 ? "long" : side < 0 ? "short" : "flat",
                value,
                price,
                target,
                stop,
                label.bars(),
                predictions.inTraining(bar));
    }
}
