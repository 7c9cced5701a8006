package futures.backtest.worker;

import futures.javascript.ScriptReport;
import futures.wire.backtest.FindingRow;
import java.util.ArrayList;
import java.util.List;

/** What the work of scripts gives to think about. */
final class ScriptFindings {
    private ScriptFindings() {}

    static List<FindingRow> of(List<ScriptReport> reports) {
        List<FindingRow> rows = new ArrayList<>();
        reports.forEach(report -> look(report, rows));
        return rows;
    }

    private static void look(ScriptReport report, List<FindingRow> rows) {
        String name = report.strategy();
        boolean unanswered = report.historyAsked() > report.historyAnswered();
        String history = unanswered
                ? " It asked for bars before the run " + report.historyAsked() + " times and was given some "
                        + report.historyAnswered() + " times."
                : "";
        if (!report.ready()) {
            rows.add(new FindingRow(
                    "script_never_ready",
                    "warning",
                    name + " never said that it is ready." + history,
                    "Begin the run later, so that there are bars before it (start_date), or look into the script for what"
                            + " it waits for."));
        } else if (report.signals() == 0) {
            rows.add(new FindingRow(
                    "script_never_signalled",
                    "warning",
                    name + " was ready and gave no signal." + history,
                    "Look whether its hours, its time zone (time_zone) and its risk fit the market."));
        }
        if (report.unclear() > 0) {
            rows.add(
                    new FindingRow(
                            "script_signals_not_understood",
                            "warning",
                            report.unclear() + " signals of " + name + " had no direction that is known; the first was "
                                    + report.unclearSample(),
                            "A signal says LONG, SHORT or CLOSE_POSITION as its direction, or BUY or SELL as its type or action."));
        }
        if (report.ignored() > 0) {
            rows.add(new FindingRow(
                    "script_signals_ignored",
                    "note",
                    report.ignored() + " of " + report.signals() + " signals of " + name
                            + " came while a trade was on or in the time of rest after one.",
                    "One trade at a time is how the live bot works."));
        }
        if (report.pending() > 0) {
            rows.add(new FindingRow(
                    "script_promises_pending",
                    "note",
                    report.pending() + " promises of " + name + " had not settled when the run ended.",
                    "A signal in one of them was never seen."));
        }
        if (report.skippedTimers() > 0) {
            rows.add(new FindingRow(
                    "script_timers_delayed",
                    "note",
                    report.skippedTimers() + " timers of " + name
                            + " were put off, for too many were due between two prices.",
                    "Take a longer interval."));
        }
    }
}
