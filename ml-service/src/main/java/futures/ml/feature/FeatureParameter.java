package futures.ml.feature;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * One parameter of a kind.
 *
 * @param standIn value when none is given
 * @param least   smallest number allowed; null for choices
 * @param most    largest number allowed; null for choices
 * @param whole   whether the number must be whole
 * @param choices words allowed; empty for numbers
 */
public record FeatureParameter(
        String name,
        Object standIn,
        BigDecimal least,
        BigDecimal most,
        boolean whole,
        List<String> choices,
        String description) {

    /** A whole number. */
    public static FeatureParameter integer(String name, int standIn, int least, int most, String description) {
        return new FeatureParameter(
                name, standIn, BigDecimal.valueOf(least), BigDecimal.valueOf(most), true, List.of(), description);
    }

    /** A number. */
    public static FeatureParameter number(String name, double standIn, double least, double most, String description) {
        return new FeatureParameter(
                name, standIn, BigDecimal.valueOf(least), BigDecimal.valueOf(most), false, List.of(), description);
    }

    /** One of some words, of which the first stands in. */
    public static FeatureParameter choice(String name, String description, String... choices) {
        return new FeatureParameter(name, choices[0], null, null, false, List.of(choices), description);
    }

    /** @throws IllegalArgumentException saying what is allowed */
    Object checked(Object given) {
        if (!choices.isEmpty()) {
            String word = String.valueOf(given).toLowerCase(Locale.ROOT);
            if (!choices.contains(word)) {
                throw wrong(given, "one of " + String.join(", ", choices));
            }
            return word;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(String.valueOf(given));
        } catch (NumberFormatException e) {
            throw wrong(given, allowed());
        }
        if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
            throw wrong(given, allowed());
        }
        if (!whole) {
            return number.doubleValue();
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            throw wrong(given, allowed());
        }
    }

    private String allowed() {
        return (whole ? "a whole number from " : "a number from ") + least.toPlainString() + " to "
                + most.toPlainString();
    }

    private IllegalArgumentException wrong(Object given, String allowed) {
        return new IllegalArgumentException("'" + name + "' must be " + allowed + ", found " + given);
    }
}
