package futures.backtest.run;

import futures.wire.backtest.FindingRow;
import futures.wire.backtest.LogRow;
import java.util.List;

/**
 * What strategies have to tell after a run, beside what the engine knows.
 *
 * @param log lines that they wrote, in the order of strategies and of writing
 */
public record Told(List<FindingRow> findings, List<LogRow> log) {
    public static final Told NOTHING = new Told(List.of(), List.of());
}
