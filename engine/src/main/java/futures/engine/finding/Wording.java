package futures.engine.finding;

import java.util.Locale;
import java.util.Optional;

/** How numbers stand in sentences. */
final class Wording {
    private Wording() {}

    /** 1,234.50 */
    static String money(double amount) {
        return String.format(Locale.ROOT, "%,.2f", amount + 0.0);
    }

    /** 0.123 is 12.3 %. */
    static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f %%", fraction * 100);
    }

    static String count(long number, String one, String several) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : several);
    }

    static String trips(long number) {
        return count(number, "round trip", "round trips");
    }

    static Optional<Finding> found(String key, Severity severity, String sentence, String remedy) {
        return Optional.of(new Finding(key, severity, sentence, remedy));
    }
}
