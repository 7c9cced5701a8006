package futures.engine;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.engine.finding.Finding;
import futures.model.RoundTrip;
import futures.model.Side;
import java.util.List;
import java.util.Map;

/** What the result of one strategy and that of several on one account have in common. */
public interface RunResult {
    /** Of the account, at every moment at which bars closed. */
    EquityCurve equity();

    /** Of all strategies, in the order of exits. */
    List<RoundTrip> trips();

    /** Every {@link Metric}, of long and short round trips together and of the account. */
    Map<Metric, Measure> metrics();

    /** Of round trips of one side; those of equity as it was at every moment are not in it. */
    Map<Metric, Measure> metrics(Side side);

    /**
     * The initial margin that positions bound, at the closes at which it changed; of the account, by the net position of each market. Found
     * again from the fills, which takes a walk over all bars.
     */
    List<MarginChange> marginChanges();

    /** Bars inside which the order of events mattered and cannot be known. */
    int ambiguousBars();

    RollTotals rollTotals();

    /**
     * Between which profits the truth lies, given that bars do not tell in which order their prices came. When there are
     * ambiguous bars, the run is made again to find out, which takes as long as it did.
     *
     * @throws BacktestCancelled when the progress says so
     */
    ProfitInterval interval(Progress progress);

    /** What deserves a second look, the most serious first. */
    List<Finding> findings();

    /** SHA-256 of all that happened, in lower-case hexadecimal. */
    String hash();
}
