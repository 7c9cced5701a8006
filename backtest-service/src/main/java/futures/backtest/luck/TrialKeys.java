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

/** By what it is known that a try was made before. For one thread. */
final class TrialKeys {
    private static final int BYTES = 16;

    /** What the tries of a subject have in common: worked out once, for there may be thousands a second. */
    private final String subject;

    private final MessageDigest digest = digest();

    TrialKeys(TrialSubject subject) {
        this.subject = text(subject.code()) + "\n" + subject.range() + "\n";
    }

    byte[] of(Trial trial) {
        return hash(digest, subject + text(trial.parameters()));
    }

    static byte[] range(TrialSubject subject) {
        return hash(subject.range());
    }

    private static byte[] hash(String text) {
        return hash(digest(), text);
    }

    private static byte[] hash(MessageDigest digest, String text) {
        return Arrays.copyOf(digest.digest(text.getBytes(StandardCharsets.UTF_8)), BYTES);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
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
        String text = value.toString();
        return text.indexOf('\\') < 0 && text.indexOf('"') < 0
                ? '"' + text + '"'
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
