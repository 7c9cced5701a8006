package futures.backtest.order;

import java.util.Locale;
import java.util.Map;

/** Parameters of scripts have names in two spellings, {@code fast_period} and {@code fastPeriod}, which are one parameter. */
final class Spellings {
    private Spellings() {}

    /** Puts all into another map, where what was there under the other spelling goes. */
    static void putAll(Map<String, Object> values, Map<String, Object> into) {
        values.forEach((name, value) -> {
            into.keySet().removeIf(other -> plain(other).equals(plain(name)));
            into.put(name, value);
        });
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
