package futures.ml.feature;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * A part of an expression.
 *
 * @param text     canonical
 * @param constant the number that it is; null when it depends on bars
 */
record Node(String text, Span span, Double constant, Function<FeatureInput, double[]> values) {
    static Node constant(double value) {
        String text = value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
        return new Node(text, Span.window(0), value, input -> {
            double[] column = new double[input.size()];
            Arrays.fill(column, value);
            return column;
        });
    }

    static Node column(String name) {
        return new Node(
                name, Span.window(0), null, name.equals("traded") ? FeatureInput::traded : input -> input.column(name));
    }

    static Node of(Feature feature) {
        return new Node(feature.text(), feature.span(), null, feature::compute);
    }

    Node map(String function, DoubleUnaryOperator operator) {
        if (constant != null) {
            return constant(operator.applyAsDouble(constant));
        }
        return new Node(function + "(" + text + ")", span, null, input -> {
            double[] column = values.apply(input).clone();
            for (int i = 0; i < column.length; i++) {
                column[i] = operator.applyAsDouble(column[i]);
            }
            return column;
        });
    }

    Node zip(String written, Node other, DoubleBinaryOperator operator) {
        if (constant != null && other.constant != null) {
            return constant(operator.applyAsDouble(constant, other.constant));
        }
        return new Node(
                written,
                span.and(other.span),
                null,
                input -> Columns.zip(values.apply(input), other.values.apply(input), operator));
    }

    /** A function of the last {@code bars} values, or, with {@code before}, of that many and the last one. */
    Node window(String function, int bars, int before, Function<double[], double[]> of) {
        return new Node(
                function + "(" + text + ", " + bars + ")",
                span.lengthened(before),
                null,
                input -> of.apply(values.apply(input)));
    }
}
