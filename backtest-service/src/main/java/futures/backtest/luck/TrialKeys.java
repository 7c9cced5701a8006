package futures.backtest.luck;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** By what it is known that a try was made before. */
final class TrialKeys {
    private static final int BYTES = 16;

    /** What the tries of a subject have in common: worked out once, for there may be thousands a second. */
    private final String subject;

    TrialKeys(TrialSubject subject) {
        this.subject = text(subject.code()) + "\n" + subject.range() + "\n";
    }

    byte[] of(Trial trial) {
        return hash(subject + text(trial.parameters()));
    }

    static byte[] range(TrialSubject subject) {
        return hash(subject.range());
    }

    private static byte[] hash(String text) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(whole, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The same for the same values, whichever way round a map has them and whether a number is 2 or 2.0. */
    static String text(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((key, one) -> sorted.put(quoted(key), text(one)));
            return sorted.toString();
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(TrialKeys::text).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Double number && !Double.isFinite(number)) {
            return number.toString();
        }
        if (value instanceof Integer || value instanceof Long) {
            return value.toString();
        }
        return value instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : value instanceof Boolean || value == null ? String.valueOf(value) : quoted(value);
    }

    private static String quoted(Object value) {
        return '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
