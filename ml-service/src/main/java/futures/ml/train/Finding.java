package futures.ml.train;

import futures.wire.ml.LeakageCheck;
import java.util.Locale;

/** Puts the result of a test for leakage into words. */
final class Finding {
    private Finding() {}

    static LeakageCheck of(int number, String name, boolean passed, String format, Object... figures) {
        return new LeakageCheck(
                number, name, passed ? "passed" : "failed", String.format(Locale.ROOT, format, figures));
    }

    static LeakageCheck notApplicable(int number, String name, String reason) {
        return new LeakageCheck(number, name, "not_applicable", reason);
    }
}
