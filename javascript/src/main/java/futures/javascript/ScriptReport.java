package futures.javascript;

/**
 * What a script did in a run, for its findings.
 *
 * @param ready           whether it ever said that it is ready
 * @param signals         understood, of all kinds
 * @param entries         signals that became orders
 * @param ignored         entries while a trade was on, or too soon after one
 * @param unclear         signals without a direction that is known
 * @param unclearSample   the first of them; empty when there is none
 * @param logLines        lines that it wrote to its console
 * @param log             the last of them, each with its simulated time and level
 * @param pending         promises that had not settled at the end
 * @param skippedTimers   timers that were put off because too many were due between two prices
 * @param historyAsked    requests for bars before the run
 * @param historyAnswered those that were given any
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
        String log,
        int pending,
        int skippedTimers,
        int historyAsked,
        int historyAnswered) {}
