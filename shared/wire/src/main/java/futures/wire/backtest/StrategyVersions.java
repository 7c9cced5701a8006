package futures.wire.backtest;

import java.time.Instant;
import java.util.List;

/** Answer of {@code GET /api/strategies/{name}/versions}: versions that were run, newest first. */
public record StrategyVersions(String name, List<Version> versions) {
    /**
     * @param current whether a run would use it now
     * @param href    where its code is
     */
    public record Version(
            String contentHash, String kind, String file, Instant firstRun, boolean current, String href) {}
}
