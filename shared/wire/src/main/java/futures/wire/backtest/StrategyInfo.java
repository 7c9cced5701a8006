package futures.wire.backtest;

import java.util.List;

/**
 * A strategy that can be run.
 *
 * @param kind        {@code java}
 * @param status      {@code ready}, or {@code error} when its YAML is wrong; then it runs with its declared values
 * @param error       file, line and reason; null when ready
 * @param contentHash identity of its code
 */
public record StrategyInfo(
        String name,
        String description,
        String kind,
        String status,
        String error,
        String contentHash,
        List<ParameterInfo> parameters) {

    /**
     * A parameter as the strategy declares it.
     *
     * @param kind     integer, decimal, switch or choice
     * @param standard value that a run uses unless told otherwise: the YAML's, else the declared one
     * @param min      null for switches and choices, and so are max and step
     * @param choices  empty unless it is a choice
     */
    public record ParameterInfo(
            String name,
            String kind,
            Object standard,
            Double min,
            Double max,
            Double step,
            List<String> choices,
            String help) {}
}
