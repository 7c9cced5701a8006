package futures.wire.backtest;

import java.time.Instant;
import java.util.List;

/**
 * A strategy, whether it can be run or not.
 *
 * @param kind        {@code java}, {@code jar} and so on, by the ending of its file
 * @param status      {@code ready}; {@code checking} while a script is looked at, which runs may begin meanwhile; {@code unchecked}
 *                    where scripts cannot be looked at, for V8 does not run here; {@code outdated} when the file has errors and the last good version runs; {@code error}
 *                    when it cannot be run, or when only its YAML is wrong, in which case it runs with parameters of an order
 * @param error       the first of {@code errors} in one line; null when there is none
 * @param contentHash SHA-256 of the file that runs, of the class file for one that is shipped; null when none can be run
 * @param file        inside the strategies directory; null for one that is shipped
 * @param loaded      when this version was loaded
 * @param conditions  what parameters must be to each other; a strategy may check more by code of its own
 * @param script      what a script is found to be; null for other kinds and before it was looked at
 * @param bots        configurations of the live bot for a script, by name
 */
public record StrategyInfo(
        String name,
        String description,
        String kind,
        String status,
        String error,
        List<StrategyError> errors,
        String contentHash,
        String file,
        Instant loaded,
        List<ParameterInfo> parameters,
        List<ConditionInfo> conditions,
        ScriptInfo script,
        List<BotInfo> bots) {

    /**
     * A parameter as the strategy declares it.
     *
     * @param kind     integer, decimal, switch, choice or text; any when a script does not tell
     * @param standard value that a run uses unless told otherwise: the YAML's, else the declared one
     * @param min      null unless it is a number, and so are max and step
     * @param choices  empty unless it is a choice
     * @param search   values that a search tries, when the YAML says so; null when it leaves that to the declaration
     */
    public record ParameterInfo(
            String name,
            String kind,
            Object standard,
            Double min,
            Double max,
            Double step,
            List<String> choices,
            List<Object> search,
            String help) {}

    /**
     * {@code fast_period < slow_period}: a run with values that break it is refused, a search leaves them out.
     *
     * @param lesser   name of a parameter, and so is greater
     * @param relation {@code <} or {@code <=}
     */
    public record ConditionInfo(String lesser, String relation, String greater) {}

    /**
     * What a script says of itself when it is made.
     *
     * @param name     that it calls itself; null when it does not say, and so is version
     * @param files    all that it is made of: its own file, helpers and packages
     * @param keepsAll it keeps the whole configuration, so that it may ask for more parameters than are listed
     * @param note     what could not be found out; null when there is nothing
     */
    public record ScriptInfo(String name, String version, List<String> files, boolean keepsAll, String note) {}
}
