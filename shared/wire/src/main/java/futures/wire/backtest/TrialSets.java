package futures.wire.backtest;

import java.util.List;

/**
 * A page of the trial ledger.
 *
 * @param cursor pass it on for the next page; null on the last one
 */
public record TrialSets(List<TrialSet> items, String cursor) {}
