package futures.ml.feature;

import futures.model.Timeframe;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A feature that is fully said: kind, parameters, where and how long ago it is taken.
 *
 * @param name  of its column
 * @param text  all of it in one line, e.g. {@code lag(at('1h', rsi(period=14)), 2)}; equal texts are equal features
 * @param span  how much of the past it needs
 * @param known when the value of a bar is known
 */
public record Feature(String name, String text, Span span, String known, Function<FeatureInput, double[]> computation) {
    private static final Pattern ELSEWHERE = Pattern.compile("\\bat\\('([^']*)'");

    /** One value for each bar, NaN where undefined; the caller owns the array. */
    public double[] compute(FeatureInput input) {
        double[] values = computation.apply(input);
        if (values.length != input.size()) {
            throw new IllegalStateException(
                    "feature '" + text + "' gave " + values.length + " values for " + input.size() + " bars");
        }
        return values;
    }

    /** The same under another name. */
    public Feature named(String other) {
        return new Feature(other, text, span, known, computation);
    }

    /** Of complete bars of a longer timeframe. */
    public Feature at(String timeframe) {
        Timeframe.parse(timeframe);
        return of(ExpressionFunctions.elsewhere(timeframe, Node.of(this)));
    }

    /** Of another symbol. */
    public Feature of(String symbol) {
        return of(ExpressionFunctions.elsewhere(symbol, Node.of(this)));
    }

    /** Of so many bars ago. */
    public Feature lagged(int bars) {
        return bars == 0 ? this : of(Node.of(this).window("lag", bars, bars, values -> Columns.lagged(values, bars)));
    }

    /** Other symbols that it is taken of. */
    public Set<String> symbols() {
        Set<String> symbols = new TreeSet<>();
        Matcher places = ELSEWHERE.matcher(text);
        while (places.find()) {
            if (Expression.timeframe(places.group(1)) == null) {
                symbols.add(places.group(1));
            }
        }
        return symbols;
    }

    /** Longer timeframes that it is taken of. */
    public Set<Timeframe> timeframes() {
        Set<Timeframe> timeframes = new TreeSet<>();
        Matcher places = ELSEWHERE.matcher(text);
        while (places.find()) {
            Timeframe timeframe = Expression.timeframe(places.group(1));
            if (timeframe != null) {
                timeframes.add(timeframe);
            }
        }
        return timeframes;
    }

    private Feature of(Node node) {
        return new Feature(name, node.text(), node.span(), known, node.values());
    }
}
