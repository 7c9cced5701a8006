package futures.engine.finding;

import futures.model.FillRule;
import java.util.Optional;

/** Bars that reached both the stop and the target of a position. */
final class BothLegs implements Check {
    /** Above it brackets are too narrow for the bars. */
    static final double MANY = 0.05;

    @Override
    public Optional<Finding> look(RunFacts run) {
        long both = run.fills().stream()
                .filter(fill ->
                        fill.rule() == FillRule.STOP_BEFORE_TARGET || fill.rule() == FillRule.TARGET_BEFORE_STOP)
                .count();
        if (both == 0) {
            return Optional.empty();
        }
        int trips = run.trips().size();
        boolean stopsFirst = run.fills().stream().anyMatch(fill -> fill.rule() == FillRule.STOP_BEFORE_TARGET);
        return Wording.found(
                "stop_and_target_in_one_bar",
                both > MANY * trips ? Severity.WARNING : Severity.NOTE,
                Wording.count(both, "exit was", "exits were") + " in a bar that reached stop and target, of "
                        + Wording.trips(trips) + "; the " + (stopsFirst ? "stop" : "target") + " was taken.",
                "Compare the modes 'pessimistic' and 'optimistic', run on finer bars, or widen the bracket.");
    }
}
