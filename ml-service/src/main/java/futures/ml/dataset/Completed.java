package futures.ml.dataset;

import futures.kit.http.Problem;
import futures.wire.ml.DatasetOrder;
import futures.wire.ml.LabelSpec;
import futures.wire.ml.SamplingSpec;
import java.util.List;

/** Fills in what an order leaves open and checks the rest, so that what is stored says all. */
final class Completed {
    private static final int MOST_BARS = 100_000;
    private static final int MOST_SIGNALS = 1_000_000;

    private Completed() {}

    static DatasetOrder of(DatasetOrder order) {
        if (order.symbol() == null || order.symbol().isBlank()) {
            throw wrong("symbol", null, "name a symbol, such as MES or ES.v.0@diff");
        }
        if (order.label() == null) {
            throw wrong(
                    "label", null, "say what is to be predicted, e.g. {\"kind\": \"triple_barrier\", \"bars\": 30}");
        }
        LabelSpec label = label(order.label());
        return new DatasetOrder(
                order.symbol(),
                order.timeframe() == null ? "1m" : order.timeframe(),
                order.hours() == null ? "all" : choice("hours", order.hours(), "all", "regular", "overnight"),
                order.startDate(),
                order.endDate(),
                order.contract(),
                order.features() == null ? List.of() : order.features(),
                label,
                sampling(order.sampling(), label));
    }

    private static LabelSpec label(LabelSpec label) {
        String kind = choice("label.kind", label.kind(), "direction", "return", "triple_barrier", "meta");
        boolean meta = kind.equals("meta");
        if (meta && (label.side() == null) == (label.signals() == null)) {
            throw wrong("label.side", label.side(), "give either 'side', an expression, or 'signals'");
        }
        if (!meta && (label.side() != null || label.signals() != null)) {
            throw wrong("label.side", label.side(), "only labels of the kind 'meta' follow a side");
        }
        if (label.signals() != null) {
            if (label.signals().size() > MOST_SIGNALS) {
                throw wrong("label.signals", label.signals().size(), "at most " + MOST_SIGNALS + " signals");
            }
            for (int i = 0; i < label.signals().size(); i++) {
                LabelSpec.Signal signal = label.signals().get(i);
                if (signal.time() == null) {
                    throw wrong("label.signals[" + i + "].time", null, "missing");
                }
                choice("label.signals[" + i + "].side", signal.side(), "long", "short");
            }
        }
        double profit = number("label.profit", label.profit(), 1, 0, 1000);
        double stop = number("label.stop", label.stop(), 1, 0, 1000);
        return new LabelSpec(
                kind,
                whole("label.bars", label.bars(), 10, 1),
                number("label.threshold", label.threshold(), 0, 0, 1),
                label.volatilities() == null ? null : number("label.volatilities", label.volatilities(), 0, 0, 1000),
                profit,
                stop,
                whole("label.volatility_period", label.volatilityPeriod(), 50, 2),
                label.costs() == null ? null : number("label.costs", label.costs(), 0, 0, 1),
                choice("label.touch", label.touch(), "high_low", "close"),
                choice("label.at_time", label.atTime(), "sign", "zero"),
                choice("label.neutral", label.neutral(), "negative", "drop"),
                choice("label.positive", label.positive(), "up", "down"),
                label.side(),
                label.signals());
    }

    private static SamplingSpec sampling(SamplingSpec given, LabelSpec label) {
        SamplingSpec sampling = given == null ? new SamplingSpec(null, null, null, null, null) : given;
        return new SamplingSpec(
                choice("sampling.events", sampling.events(), "all", "cusum", "every"),
                number("sampling.threshold", sampling.threshold(), 3, 0.01, 1000),
                whole("sampling.step", sampling.step(), label.bars(), 1),
                choice("sampling.weights", sampling.weights(), "uniqueness", "none", "return", "sequential"),
                number("sampling.oldest", sampling.oldest(), 1, 0, 1));
    }

    private static String choice(String field, String given, String... allowed) {
        if (given == null) {
            return allowed[0];
        }
        if (!List.of(allowed).contains(given)) {
            throw wrong(field, given, "must be one of " + String.join(", ", allowed));
        }
        return given;
    }

    private static double number(String field, Double given, double standIn, double least, double most) {
        if (given == null) {
            return standIn;
        }
        if (!(given >= least && given <= most)) {
            throw wrong(field, given, "must be a number from " + least + " to " + most);
        }
        return given;
    }

    private static int whole(String field, Integer given, int standIn, int least) {
        if (given == null) {
            return standIn;
        }
        if (given < least || given > MOST_BARS) {
            throw wrong(field, given, "must be a whole number from " + least + " to " + MOST_BARS);
        }
        return given;
    }

    private static Problem wrong(String field, Object value, String message) {
        return Problem.unprocessable("The dataset cannot be made: '" + field + "' " + message + ".")
                .field(field, value, message);
    }
}
