package futures.wire.backtest;

import java.time.Instant;
import java.util.List;

/**
 * A strategy, whether it can be run or not.
 *
 * @param kind        {@code java}, {@code jar} and so on, by the ending of its file
 * @param status      {@code ready}; {@code outdated} when the file has errors and the last good version runs; {@code error}
 *                    when it cannot be run, or when only its YAML is wrong, in which case it runs with parameters of an order
 * @param error       the first of {@code errors} in one line; null when there is none
 * @param contentHash SHA-256 of the file that runs, of the class file for one that is shipped; null when none can be run
 * @param file        inside the strategies directory; null for one that is shipped
 * @param loaded      when this version was loaded
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
        List<ParameterInfo> parameters) {

    /**
     * A parameter as the strategy declares it.
     *
     * @param kind     integer, decimal, switch or choice
     * @param standard value that a run uses unless told otherwise: the YAML's, else the declared one
     * @param min      null for switches and choices, and so are max and step
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
}
