package futures.wire.risk;

import java.util.List;
import java.util.Map;

/**
 * What may be lost, by method, level and horizon; a loss is positive.
 *
 * @param value   money that fractions are of
 * @param methods what each does
 * @param garch   the fitted model; null when it was not asked for or could not be fitted
 * @param student the fitted distribution; null as above
 */
public record VarAnswer(
        SeriesAbout about, double value, Map<String, String> methods, List<Row> rows, Garch garch, Student student) {
    /**
     * One of them.
     *
     * @param valueAtRisk            fraction; null when it is undefined
     * @param expectedShortfall      fraction
     * @param valueAtRiskMoney       of {@code value}
     * @param expectedShortfallMoney of {@code value}
     * @param reason                 why a figure is null
     */
    public record Row(
            String method,
            double level,
            int horizon,
            Double valueAtRisk,
            Double expectedShortfall,
            Double valueAtRiskMoney,
            Double expectedShortfallMoney,
            String reason) {}

    /**
     * v' = omega + alpha e² + beta v.
     *
     * @param longRunDeviation of a period
     * @param nextDeviation    of the period after the last
     */
    public record Garch(
            double mean,
            double omega,
            double alpha,
            double beta,
            double persistence,
            double longRunDeviation,
            double nextDeviation,
            double logLikelihood) {}

    /** Location and scale are of a period. */
    public record Student(double location, double scale, double degreesOfFreedom) {}
}
