package futures.risk.summary;

import futures.analytics.performance.Percentile;
import futures.wire.risk.RiskFigures;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Value at risk and expected shortfall of one day, as the days were. */
final class HistoricalTail {
    static final int FEWEST = 20;
    private static final List<BigDecimal> CONFIDENCES = List.of(new BigDecimal("0.95"), new BigDecimal("0.99"));

    private HistoricalTail() {}

    /** Empty when there are fewer than {@value #FEWEST} days. */
    static List<RiskFigures.Tail> of(double[] profits) {
        if (profits.length < FEWEST) {
            return List.of();
        }
        double[] sorted = profits.clone();
        Arrays.sort(sorted);
        return CONFIDENCES.stream().map(confidence -> tail(sorted, confidence)).toList();
    }

    private static RiskFigures.Tail tail(double[] sorted, BigDecimal confidence) {
        double quantile =
                Percentile.of(sorted, BigDecimal.ONE.subtract(confidence).doubleValue());
        double beyond = Arrays.stream(sorted)
                .takeWhile(profit -> profit <= quantile)
                .average()
                .orElse(quantile);
        return new RiskFigures.Tail(confidence, Figures.money(0 - quantile), Figures.money(0 - beyond));
    }
}
