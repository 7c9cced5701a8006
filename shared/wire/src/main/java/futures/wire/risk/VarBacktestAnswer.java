package futures.wire.risk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** How forecasts of one period ahead held, by method and level. */
public record VarBacktestAnswer(SeriesAbout about, int window, int refit, List<Row> rows) {
    /**
     * One method at one level.
     *
     * @param periods            forecasts
     * @param exceedances        periods that lost more than the value at risk
     * @param expected           periods * level
     * @param proportion         Kupiec: as many as the level says
     * @param untilFirst         Kupiec: the first one not too soon and not too late
     * @param independence       Christoffersen: one makes no other likelier
     * @param conditional        both, the sum of their ratios
     * @param conditionalOnFirst the same given the first period
     * @param trafficLight       green, yellow or red (Basel)
     * @param atMost             probability of so few or fewer when forecasts are right
     * @param reason             why there are no tests; absent when there are
     * @param valueAtRisk        by forecast; only when asked for
     */
    public record Row(
            String method,
            double level,
            int periods,
            int exceedances,
            double expected,
            Test proportion,
            Test untilFirst,
            Test independence,
            Test conditional,
            Test conditionalOnFirst,
            String trafficLight,
            Double atMost,
            @JsonInclude(JsonInclude.Include.NON_NULL) String reason,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<Double> valueAtRisk) {}

    /**
     * A likelihood ratio.
     *
     * @param pValue   chance of a ratio as high when forecasts are right
     * @param accepted at 5 %; null when it is undefined
     * @param reason   why it is undefined; absent when it is not
     */
    public record Test(
            Double ratio,
            Double pValue,
            Boolean accepted,
            @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {}
}
