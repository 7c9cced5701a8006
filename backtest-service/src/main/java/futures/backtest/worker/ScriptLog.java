package futures.backtest.worker;

import futures.javascript.ConsoleLine;
import futures.javascript.ScriptReport;
import futures.wire.backtest.LogRow;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Consoles of scripts as the logs of their strategies. */
final class ScriptLog {
    private ScriptLog() {}

    /** @param names of the strategies of a joint run, one for each report; none in a run of one */
    static List<LogRow> of(List<ScriptReport> reports, List<String> names) {
        return IntStream.range(0, reports.size())
                .boxed()
                .flatMap(i -> rows(reports.get(i), names.isEmpty() ? null : names.get(i)))
                .toList();
    }

    private static Stream<LogRow> rows(ScriptReport report, String name) {
        return report.log().stream()
                .map(line -> new LogRow(line.number(), Instant.ofEpochMilli(line.time()), text(line), name));
    }

    /** What is plainly logged is as it is written; other levels stand before it. */
    private static String text(ConsoleLine line) {
        return line.level().equals("log") ? line.text() : line.level() + ": " + line.text();
    }
}
