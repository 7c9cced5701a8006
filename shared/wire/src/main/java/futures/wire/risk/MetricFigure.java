package futures.wire.risk;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One figure.
 *
 * @param value     null when it is undefined
 * @param reason    why it is; absent when there is a value
 * @param unit      count, bars, fraction (0.25 is 25 %), ratio or money; this and the two below only when asked to explain
 * @param formula   in words, with the numbers that it was made with
 * @param estimator how it is got
 */
public record MetricFigure(
        Number value,
        @JsonInclude(JsonInclude.Include.NON_NULL) String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) String unit,
        @JsonInclude(JsonInclude.Include.NON_NULL) String formula,
        @JsonInclude(JsonInclude.Include.NON_NULL) String estimator) {}
