package futures.javascript;

import java.util.List;

/**
 * What a script did in a run, for its findings and its log.
 *
 * @param ready           whether it ever said that it is ready
 * @param signals         understood, of all kinds
 * @param entries         signals that became orders
 * @param ignored         entries while a trade was on, or too soon after one
 * @param unclear         signals without a direction that is known
 * @param unclearSample   the first of them; empty when there is none
 * @param logLines        lines that it wrote to its console
 * @param log             the last of them
 * @param consoleFile     where all of them are; empty when that was not wanted
 * @param pending         promises that had not settled at the end
 * @param rejections      promises that failed and that nobody listened to
 * @param firstRejection  what the first of those failed with, and where; empty when there is none
 * @param skippedTimers   timers that were put off because too many were due between two prices
 * @param historyAsked    requests for bars before the run
 * @param historyAnswered those that were given any
 * @param historyShort    those that were given none, or fewer than they asked for
 * @param historyDays     days before the run whose bars there were to give
 */
public record ScriptReport(
        String strategy,
        boolean ready,
        int signals,
        int entries,
        int ignored,
        int unclear,
        String unclearSample,
        int logLines,
        List<ConsoleLine> log,
        String consoleFile,
        int pending,
        int rejections,
        String firstRejection,
        int skippedTimers,
        int historyAsked,
        int historyAnswered,
        int historyShort,
        int historyDays) {
    /** Of a strategy that saw no bar. */
    static ScriptReport none(String strategy) {
        return new ScriptReport(strategy, false, 0, 0, 0, 0, "", 0, List.of(), "", 0, 0, "", 0, 0, 0, 0, 0);
    }
}
