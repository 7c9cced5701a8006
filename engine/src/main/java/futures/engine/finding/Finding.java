package futures.engine.finding;

import java.util.Objects;

/**
 * Something in a result that deserves a second look.
 *
 * @param key      names the check, the same in every result: {@code few_trades}
 * @param sentence what was found, with its numbers; amounts are in the account's currency
 * @param remedy   what to do about it
 */
public record Finding(String key, Severity severity, String sentence, String remedy) {
    public Finding {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(remedy, "remedy");
    }
}
