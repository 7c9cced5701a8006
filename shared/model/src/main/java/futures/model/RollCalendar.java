package futures.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The rolls of a product, oldest first, each from the contract to which the one before led. Immutable.
 *
 * @param provenance how they were found, in a user's words; may be empty
 */
public record RollCalendar(List<Roll> rolls, String provenance) {
    public static final RollCalendar NONE = new RollCalendar(List.of(), "");

    /** @throws IllegalArgumentException when two rolls are at one time, or one leaves a contract that was not held */
    public RollCalendar {
        rolls = rolls.stream().sorted(Comparator.comparingLong(Roll::time)).toList();
        Objects.requireNonNull(provenance, "provenance");
        for (int i = 1; i < rolls.size(); i++) {
            Roll before = rolls.get(i - 1);
            Roll roll = rolls.get(i);
            if (roll.time() == before.time()) {
                throw new IllegalArgumentException(
                        before + " and " + roll + " are both at " + Instant.ofEpochMilli(roll.time()));
            }
            if (!roll.from().equals(before.to())) {
                throw new IllegalArgumentException(roll + " at " + Instant.ofEpochMilli(roll.time())
                        + " does not leave " + before.to() + ", to which the one before had led");
            }
        }
    }

    public static RollCalendar of(Roll... rolls) {
        return new RollCalendar(List.of(rolls), "");
    }
}
