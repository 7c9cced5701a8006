package futures.analytics.tail;

import futures.analytics.performance.Measure;

/**
 * What may be lost, as a fraction like the returns that it is of; a loss is positive.
 *
 * @param valueAtRisk       not exceeded but with a probability of the level
 * @param expectedShortfall mean loss where it is exceeded
 */
public record TailRisk(Measure valueAtRisk, Measure expectedShortfall) {
    static TailRisk of(double valueAtRisk, double expectedShortfall) {
        return new TailRisk(Measure.of(valueAtRisk), Measure.of(expectedShortfall));
    }

    static TailRisk undefined(String reason) {
        return new TailRisk(Measure.undefined(reason), Measure.undefined(reason));
    }
}
