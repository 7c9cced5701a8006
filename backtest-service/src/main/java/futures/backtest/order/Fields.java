package futures.backtest.order;

import futures.kit.http.Problem;
import futures.kit.text.NearNames;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Checks single fields of an order; what is wrong is said with the field, its value and what is allowed. */
final class Fields {
    private static final int MOST_TICKS = 1_000;
    private static final BigDecimal MOST_PER_CONTRACT = new BigDecimal("1000");
    private static final int PLACES = 6;

    private Fields() {}

    static String required(String field, String value) {
        if (value == null || value.isBlank()) {
            throw Problem.badRequest("Say which " + field + ".").field(field, value, "missing");
        }
        return value;
    }

    /** The constant that a word names, in lower case on the wire. */
    static <E extends Enum<E>> E choice(String field, String given, E standard) {
        if (given == null) {
            return standard;
        }
        List<E> all = Arrays.asList(standard.getDeclaringClass().getEnumConstants());
        List<String> words = all.stream().map(Fields::word).toList();
        int place = words.indexOf(given);
        if (place < 0) {
            String allowed = "one of " + String.join(", ", words);
            String hint = NearNames.hint(given, words);
            throw Problem.badRequest("'" + field + "' must be " + allowed + ", found '" + given + "'"
                            + (hint.isEmpty() ? "." : hint))
                    .field(field, given, "must be " + allowed);
        }
        return all.get(place);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Whole ticks; null stays null. */
    static Integer ticks(String field, Integer value) {
        if (value != null && (value < 0 || value > MOST_TICKS)) {
            throw outside(field, value, "a whole number of ticks from 0 to " + MOST_TICKS);
        }
        return value;
    }

    /** Money per contract and side; null stays null. */
    static BigDecimal perContract(String field, BigDecimal value) {
        if (value != null
                && (value.signum() < 0
                        || value.compareTo(MOST_PER_CONTRACT) > 0
                        || value.stripTrailingZeros().scale() > PLACES)) {
            throw outside(
                    field,
                    value.toPlainString(),
                    "from 0 to " + MOST_PER_CONTRACT + " with at most " + PLACES + " decimal places");
        }
        return value;
    }

    /** ISO code; null stays null. */
    static String currency(String field, String value) {
        if (value != null && !value.matches("[A-Z]{3}")) {
            throw outside(field, value, "an ISO code such as USD or EUR");
        }
        return value;
    }

    static Problem outside(String field, Object value, String allowed) {
        return Problem.unprocessable("'" + field + "' must be " + allowed + ", found " + value + ".")
                .field(field, value, "must be " + allowed);
    }
}
