package futures.ml.feature;

import futures.model.Timeframe;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Pattern;

/** The functions of the language of features, each read behind its name. */
final class ExpressionFunctions {
    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    private final Expression source;

    ExpressionFunctions(Expression source) {
        this.source = source;
    }

    Node call(String name) {
        source.expect("(");
        Node node = switch (name) {
            case "abs" -> source.argument().map(name, Math::abs);
            case "log" -> source.argument().map(name, value -> value > 0 ? Math.log(value) : Double.NaN);
            case "sqrt" -> source.argument().map(name, Math::sqrt);
            case "sign" -> source.argument().map(name, Math::signum);
            case "min" -> pair(name, Math::min);
            case "max" -> pair(name, Math::max);
            case "corr" -> correlation();
            case "at" -> elsewhere();
            case "if" -> choice();
            default -> window(name);
        };
        source.expect(")");
        return node;
    }

    private Node pair(String name, DoubleBinaryOperator operator) {
        Node left = source.argument();
        source.expect(",");
        Node right = source.argument();
        return left.zip(name + "(" + left.text() + ", " + right.text() + ")", right, operator);
    }

    private Node window(String name) {
        Node of = source.argument();
        source.expect(",");
        int least = name.equals("std") ? 2 : name.equals("lag") ? 0 : 1;
        int bars = source.bars(least);
        return switch (name) {
            case "mean" -> of.window(name, bars, bars - 1, values -> Windows.mean(values, bars));
            case "std" -> of.window(name, bars, bars - 1, values -> Windows.deviation(values, bars));
            case "sum" -> of.window(name, bars, bars - 1, values -> Windows.sum(values, bars));
            case "highest" -> of.window(name, bars, bars - 1, values -> Windows.highest(values, bars));
            case "lowest" -> of.window(name, bars, bars - 1, values -> Windows.lowest(values, bars));
            case "lag" -> of.window(name, bars, bars, values -> Columns.lagged(values, bars));
            case "diff" ->
                of.window(
                        name, bars, bars, values -> Columns.zip(values, Columns.lagged(values, bars), (a, b) -> a - b));
            default ->
                new Node(
                        name + "(" + of.text() + ", " + bars + ")",
                        of.span().and(Span.smoothed(Math.max(0, of.span().warmUp()) + bars - 1)),
                        null,
                        input -> ema(of.values().apply(input), bars));
        };
    }

    /** Seeded with the mean of the first values; a missing one ends it, and it begins anew behind. */
    private static double[] ema(double[] values, int period) {
        double[] means = Columns.undefined(values.length);
        double weight = 2.0 / (period + 1);
        double mean = 0;
        int seen = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                seen = 0;
                continue;
            }
            seen++;
            mean = seen == 1 ? values[i] : mean + (values[i] - mean) * (seen <= period ? 1.0 / seen : weight);
            means[i] = seen < period ? Double.NaN : mean;
        }
        return means;
    }

    private Node correlation() {
        Node left = source.argument();
        source.expect(",");
        Node right = source.argument();
        source.expect(",");
        int bars = source.bars(2);
        return new Node(
                "corr(" + left.text() + ", " + right.text() + ", " + bars + ")",
                left.span().and(right.span()).lengthened(bars - 1),
                null,
                input -> Windows.correlation(
                        left.values().apply(input), right.values().apply(input), bars));
    }

    private Node choice() {
        Node condition = source.argument();
        source.expect(",");
        Node then = source.argument();
        source.expect(",");
        Node otherwise = source.argument();
        return new Node(
                "if(" + condition.text() + ", " + then.text() + ", " + otherwise.text() + ")",
                condition.span().and(then.span()).and(otherwise.span()),
                null,
                input -> choose(
                        condition.values().apply(input),
                        then.values().apply(input),
                        otherwise.values().apply(input)));
    }

    private static double[] choose(double[] condition, double[] then, double[] otherwise) {
        double[] chosen = new double[condition.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = Double.isNaN(condition[i]) ? Double.NaN : condition[i] != 0 ? then[i] : otherwise[i];
        }
        return chosen;
    }

    private Node elsewhere() {
        String where = source.quoted();
        source.expect(",");
        return elsewhere(where, source.argument());
    }

    static Node elsewhere(String where, Node inner) {
        Timeframe timeframe = Expression.timeframe(where);
        String text = "at('" + where + "', " + inner.text() + ")";
        if (timeframe != null) {
            return new Node(
                    text,
                    Span.other("complete bars of " + timeframe + ": "
                            + inner.span().words()),
                    null,
                    input -> input.longer(timeframe, inner.values()));
        }
        if (!SYMBOL.matcher(where).matches()) {
            throw new IllegalArgumentException("'" + where + "' is neither a timeframe nor a symbol");
        }
        return new Node(
                text, Span.other("closed bars of " + where + ": " + inner.span().words()), null, input -> {
                    FeatureInput other = input.symbol(where);
                    return input.asOf(other, inner.values().apply(other));
                });
    }
}
