package futures.backtest.worker;

import futures.javascript.ScriptReport;
import futures.wire.backtest.FindingRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the work of scripts gives to think about. */
final class ScriptFindings {
    private ScriptFindings() {}

    /** @param home of the installation, from which files are named */
    static List<FindingRow> of(List<ScriptReport> reports, Path home) {
        List<FindingRow> rows = new ArrayList<>();
        for (ScriptReport report : reports) {
            silence(report, rows);
            history(report, rows);
            signals(report, rows);
            promises(report, rows);
            console(report, home, rows);
        }
        return rows;
    }

    private static void silence(ScriptReport report, List<FindingRow> rows) {
        String name = report.strategy();
        if (!report.ready()) {
            rows.add(new FindingRow(
                    "script_never_ready",
                    "warning",
                    name + " never said that it is ready.",
                    "Begin the run later, so that there are bars before it (start_date), or look into the script for what"
                            + " it waits for."));
        } else if (report.signals() == 0) {
            rows.add(new FindingRow(
                    "script_never_signalled",
                    "warning",
                    name + " was ready and gave no signal.",
                    "Look whether its hours, its time zone (time_zone) and its risk fit the market."));
        }
    }

    private static void history(ScriptReport report, List<FindingRow> rows) {
        if (report.historyShort() > 0) {
            rows.add(new FindingRow(
                    "script_history_missing",
                    "warning",
                    report.strategy() + " asked for bars before the run " + report.historyAsked() + " times; "
                            + report.historyShort() + " times there were none, or fewer than it asked for, in the "
                            + report.historyDays() + " days before the run.",
                    "Name a start_date that has bars before it, import older ones, or allow more days:"
                            + " scripts.history_days and scripts.most_history_days in the settings."));
        }
    }

    private static void signals(ScriptReport report, List<FindingRow> rows) {
        String name = report.strategy();
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
                            + " came while a trade was on, too soon after one, outside the hours or after a limit of the day.",
                    "One trade at a time is how the live bot works."));
        }
    }

    private static void promises(ScriptReport report, List<FindingRow> rows) {
        String name = report.strategy();
        if (report.rejections() > 0) {
            rows.add(new FindingRow(
                    "script_promises_rejected",
                    "warning",
                    report.rejections() + " promises of " + name + " failed and nobody listened; the first: "
                            + report.firstRejection(),
                    "Node ends a bot for it that does not listen for unhandledRejection. Await the promise, or catch"
                            + " what it fails with."));
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

    private static void console(ScriptReport report, Path home, List<FindingRow> rows) {
        if (!report.consoleFile().isEmpty()) {
            Path file = Path.of(report.consoleFile());
            rows.add(new FindingRow(
                    "script_console_file",
                    "note",
                    report.strategy() + " wrote " + report.logLines() + " lines to its console; they are in "
                            + (file.startsWith(home) ? home.relativize(file) : file) + ".",
                    "The file may have scripts.console_file_mb, and stays until you remove it."));
        }
    }
}
