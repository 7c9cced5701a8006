package futures.engine.finding;

import java.util.Optional;

/** Looks for one thing. */
interface Check {
    Optional<Finding> look(RunFacts run);
}
