package futures.engine.finding;

import java.util.Optional;

/** A position that nothing closed. */
final class StillOpen implements Check {
    @Override
    public Optional<Finding> look(RunFacts run) {
        int contracts = run.holdings().stream().mapToInt(Holding::openContracts).sum();
        if (contracts == 0) {
            return Optional.empty();
        }
        double gain = run.holdings().stream().mapToDouble(Holding::openGain).sum();
        return Wording.found(
                "still_open",
                Severity.NOTE,
                Wording.count(contracts, "contract was", "contracts were") + " still held after the last bar, with "
                        + Wording.money(gain) + " of open profit: it is in equity and in no round trip.",
                "Let the strategy close before the end, or read net profit and final equity apart.");
    }
}
