package futures.ml.feature;

import futures.kit.text.NearNames;
import futures.model.Timeframe;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The language of features: arithmetic with {@code + - * /}, comparisons that give 1 or 0, the columns of a bar, functions of
 * windows, every kind of the catalogue with its parameters in order, and {@code at('1h', …)} or {@code at('NQ', …)}.
 * Division by 0 gives no value, and neither do roots and logarithms of what has none.
 */
final class Expression {
    private static final int LONGEST = 1_000;
    private static final int DEEPEST = 40;
    private static final int MOST_BARS = 100_000;
    private static final Set<String> COLUMNS = Set.of("open", "high", "low", "close", "volume", "traded");
    private static final Set<String> FUNCTIONS = Set.of(
            "abs", "log", "sqrt", "sign", "min", "max", "mean", "std", "sum", "highest", "lowest", "lag", "diff", "ema",
            "corr", "at", "if");
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(\\d+\\.?\\d*(?:[eE][-+]?\\d+)?)|([A-Za-z_][A-Za-z0-9_]*)|'([^']*)'|(<=|>=|[-+*/(),<>]))");

    private final String text;
    private final FeatureCatalogue catalogue;
    private final Matcher tokens;
    private String number;
    private String word;
    private String quoted;
    private String sign;
    private int at;
    private int depth;

    Expression(String text, FeatureCatalogue catalogue) {
        this.text = text;
        this.catalogue = catalogue;
        this.tokens = TOKEN.matcher(text);
    }

    static boolean isTaken(String name) {
        return COLUMNS.contains(name) || FUNCTIONS.contains(name);
    }

    Node parse() {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("an expression has at most " + LONGEST + " characters");
        }
        next();
        Node node = comparison();
        if (!ended()) {
            throw wrong("nothing more was expected");
        }
        if (node.constant() != null) {
            throw wrong("it is a constant and depends on no bar");
        }
        return node;
    }

    private void next() {
        number = word = quoted = sign = null;
        at = tokens.hitEnd() && tokens.regionStart() == text.length() ? text.length() : tokens.regionStart();
        tokens.region(at, text.length());
        if (tokens.lookingAt()) {
            number = tokens.group(1);
            word = tokens.group(2);
            quoted = tokens.group(3);
            sign = tokens.group(4);
            tokens.region(tokens.end(), text.length());
        } else if (!text.substring(at).isBlank()) {
            throw wrong("this is no number, name or sign");
        }
    }

    private boolean ended() {
        return number == null && word == null && quoted == null && sign == null;
    }

    private Node comparison() {
        if (++depth > DEEPEST) {
            throw wrong("it is nested too deep");
        }
        Node left = sum();
        if (sign != null && "< > <= >=".contains(sign)) {
            String operator = sign;
            next();
            Node right = sum();
            left = left.zip(
                    left.text() + " " + operator + " " + right.text(),
                    right,
                    switch (operator) {
                        case "<" -> (a, b) -> either(a, b, a < b);
                        case ">" -> (a, b) -> either(a, b, a > b);
                        case "<=" -> (a, b) -> either(a, b, a <= b);
                        default -> (a, b) -> either(a, b, a >= b);
                    });
        }
        depth--;
        return left;
    }

    private static double either(double a, double b, boolean holds) {
        return Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : holds ? 1 : 0;
    }

    private Node sum() {
        Node left = product();
        while ("+".equals(sign) || "-".equals(sign)) {
            boolean plus = sign.equals("+");
            next();
            Node right = product();
            left = plus
                    ? left.zip("(" + left.text() + " + " + right.text() + ")", right, Double::sum)
                    : left.zip("(" + left.text() + " - " + right.text() + ")", right, (a, b) -> a - b);
        }
        return left;
    }

    private Node product() {
        Node left = factor();
        while ("*".equals(sign) || "/".equals(sign)) {
            boolean times = sign.equals("*");
            next();
            Node right = factor();
            left = times
                    ? left.zip("(" + left.text() + " * " + right.text() + ")", right, (a, b) -> a * b)
                    : left.zip(
                            "(" + left.text() + " / " + right.text() + ")",
                            right,
                            (a, b) -> b == 0 ? Double.NaN : a / b);
        }
        return left;
    }

    private Node factor() {
        if (++depth > DEEPEST) {
            throw wrong("it is nested too deep");
        }
        Node node;
        if ("-".equals(sign)) {
            next();
            Node inner = factor();
            node = inner.constant() == null ? inner.map("-", value -> -value) : Node.constant(-inner.constant());
        } else if (number != null) {
            node = Node.constant(Double.parseDouble(number));
            next();
        } else if ("(".equals(sign)) {
            next();
            node = comparison();
            expect(")");
        } else if (word != null) {
            node = named();
        } else {
            throw wrong("a number, a column, a function or '(' was expected");
        }
        depth--;
        return node;
    }

    private Node named() {
        String name = word;
        int where = at;
        next();
        if (COLUMNS.contains(name)) {
            return Node.column(name);
        }
        if (FUNCTIONS.contains(name)) {
            return new ExpressionFunctions(this).call(name);
        }
        if (!catalogue.has(name)) {
            at = where;
            List<String> known = new ArrayList<>(COLUMNS);
            known.addAll(FUNCTIONS);
            catalogue.kinds().forEach(kind -> known.add(kind.name()));
            throw wrong("there is no '" + name + "'" + NearNames.hint(name, known));
        }
        List<Object> given = new ArrayList<>();
        if ("(".equals(sign)) {
            next();
            while (!")".equals(sign)) {
                given.add(plain());
                if (!")".equals(sign)) {
                    expect(",");
                }
            }
            next();
        }
        try {
            return Node.of(catalogue.inOrder(name, given));
        } catch (IllegalArgumentException e) {
            at = where;
            throw wrong(e.getMessage());
        }
    }

    private Object plain() {
        boolean negative = "-".equals(sign);
        if (negative) {
            next();
        }
        String found = number != null ? (negative ? "-" : "") + number : negative ? null : word != null ? word : quoted;
        if (found == null) {
            throw wrong("parameters of features are numbers and words");
        }
        next();
        return found;
    }

    Node argument() {
        return comparison();
    }

    /** A whole number of bars. */
    int bars(int least) {
        int where = at;
        Node node = comparison();
        Double value = node.constant();
        if (value == null || value != Math.rint(value) || value < least || value > MOST_BARS) {
            at = where;
            throw wrong("a whole number from " + least + " to " + MOST_BARS + " was expected");
        }
        return value.intValue();
    }

    String quoted() {
        if (quoted == null) {
            throw wrong("a timeframe or symbol in quotes was expected, such as '1h'");
        }
        String found = quoted;
        next();
        return found;
    }

    void expect(String wanted) {
        if (!wanted.equals(sign)) {
            throw wrong("'" + wanted + "' was expected");
        }
        next();
    }

    static Timeframe timeframe(String text) {
        try {
            return Timeframe.parse(text);
        } catch (IllegalArgumentException e) {
            return null; // a symbol then
        }
    }

    IllegalArgumentException wrong(String message) {
        return new IllegalArgumentException("at character " + (at + 1) + " of \"" + text + "\": " + message);
    }
}
