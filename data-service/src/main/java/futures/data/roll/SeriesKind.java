package futures.data.roll;

import futures.model.roll.RollRule;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The continuous series of a root, by the letter in their names: {@code ES.v.0}. */
public enum SeriesKind {
    /** Rolls by volume. */
    V,
    /** Rolls by open interest. */
    N,
    /** Rolls by dates. */
    C;

    /** Of {@code c} when nobody has chosen: ES in the middle of the week before its third Friday. */
    private static final int DAYS_BEFORE_EXPIRY = 5;

    public static Optional<SeriesKind> of(String letter) {
        return Arrays.stream(values())
                .filter(kind -> kind.letter().equals(letter))
                .findFirst();
    }

    public static SeriesKind ofRule(RollRule rule) {
        if (rule instanceof RollRule.VolumeCrossover) {
            return V;
        }
        return rule instanceof RollRule.OpenInterestCrossover ? N : C;
    }

    public String letter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of a series that was never built. */
    RollRule usual() {
        return switch (this) {
            case V -> new RollRule.VolumeCrossover();
            case N -> new RollRule.OpenInterestCrossover();
            case C -> new RollRule.DaysBeforeExpiry(DAYS_BEFORE_EXPIRY);
        };
    }
}
