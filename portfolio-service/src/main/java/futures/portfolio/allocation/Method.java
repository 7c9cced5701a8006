package futures.portfolio.allocation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How weights are chosen. */
enum Method {
    EQUAL,
    INVERSE_VOLATILITY,
    MINIMUM_VARIANCE,
    MAXIMUM_SHARPE,
    MEAN_VARIANCE,
    RISK_PARITY,
    HRP,
    KELLY;

    /** Its name in JSON. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Method of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Names in JSON of the values of an enum. */
    static <E extends Enum<E>> List<String> keys(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
