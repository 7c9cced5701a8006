package futures.engine.finding;

import java.util.Optional;

/** Fills at a price that was seen before the order was sent. */
final class SameCloseFills implements Check {
    @Override
    public Optional<Finding> look(RunFacts run) {
        if (!run.account().sameClose()) {
            return Optional.empty();
        }
        return Wording.found(
                "same_close",
                Severity.SERIOUS,
                "Market orders filled at the close of the bar at which they were sent: the price was known before the"
                        + " order.",
                "Use this timing only to compare with other tools; run with fills at the next open.");
    }
}
