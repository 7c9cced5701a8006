package futures.javascript;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Java values as JSON, which JavaScript reads as literals. */
final class Literals {
    private Literals() {}

    static String of(Object value) {
        if (value == null || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> text(String.valueOf(entry.getKey())) + ":" + of(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof Iterable<?> list) {
            return StreamSupport.stream(list.spliterator(), false)
                    .map(Literals::of)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        return text(value.toString());
    }

    /** A whole number without a fraction, so that a script that prints it prints what was written. */
    private static String number(Number number) {
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            return "null";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String text(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> {
                    if (sign < ' ' || sign == '\u2028' || sign == '\u2029') {
                        out.append("\\u%04x".formatted((int) sign));
                    } else {
                        out.append(sign);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
