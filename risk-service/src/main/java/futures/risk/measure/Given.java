package futures.risk.measure;

import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.json.DoubleList;
import java.util.List;
import java.util.Map;

/** Checks of what requests give, with the field in the problem. */
final class Given {
    /** Of values in one list: a body of that many numbers is read in about a second. */
    static final int MOST = 2_000_000;

    private Given() {}

    /** The body, or one without fields when there is none: then the parameters say what is wanted. */
    static <T> T body(Request request, Class<T> type) {
        return request.context().bodyAsBytes().length == 0 ? request.convert(Map.of(), type) : request.body(type);
    }

    static double[] numbers(String field, List<Double> values) {
        if (values.size() > MOST) {
            throw Problem.tooLarge("'" + field + "' has more than " + MOST + " values.")
                    .field(field, values.size(), "too many");
        }
        double[] numbers = values instanceof DoubleList list
                ? list.toDoubles()
                : values.stream()
                        .mapToDouble(value -> value == null ? Double.NaN : value)
                        .toArray();
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i])) {
                throw wrong(field + "[" + i + "]", values.get(i), "must be a finite number");
            }
        }
        return numbers;
    }

    /** Within bounds, both allowed. */
    static double within(String field, Double value, double orElse, double least, double most) {
        double number = value == null ? orElse : value;
        if (!(number >= least && number <= most)) {
            throw wrong(field, value, "must be from " + plain(least) + " to " + plain(most));
        }
        return number;
    }

    static int within(String field, Integer value, int orElse, int least, int most) {
        int number = value == null ? orElse : value;
        if (number < least || number > most) {
            throw wrong(field, value, "must be a whole number from " + least + " to " + most);
        }
        return number;
    }

    static double above(String field, Double value, double least) {
        if (value == null || !(value > least) || Double.isInfinite(value)) {
            throw wrong(field, value, "must be a number above " + plain(least));
        }
        return value;
    }

    /** One of so many words. */
    static String choice(String field, String value, String orElse, String... choices) {
        String word = value == null ? orElse : value;
        if (word == null || !List.of(choices).contains(word)) {
            throw wrong(field, value, "must be one of " + String.join(", ", choices));
        }
        return word;
    }

    static Problem wrong(String field, Object value, String message) {
        return Problem.badRequest("'" + field + "' " + message + ".").field(field, value, message);
    }

    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
