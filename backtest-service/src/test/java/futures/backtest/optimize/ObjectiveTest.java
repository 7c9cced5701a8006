package futures.backtest.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.backtest.optimize.search.Fitness;
import futures.kit.http.Problem;
import futures.wire.backtest.MetricConstraint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a combination is worth. */
class ObjectiveTest {
    private static Map<String, Object> figures() {
        Map<String, Object> figures = new HashMap<>();
        figures.put("sharpe_ratio", 1.5);
        figures.put("max_drawdown", -4_000);
        figures.put("max_drawdown_pct", -12.5);
        figures.put("total_trades", 80L);
        figures.put("losing_trades", 30L);
        figures.put("profit_factor", null);
        return figures;
    }

    private static Fitness fitness(Object objective, MetricConstraint... constraints) {
        return ObjectiveIntake.read(objective, List.of(constraints)).fitness(figures());
    }

    @Test
    void greaterIsBetterWhateverTheMetric() {
        assertArrayEquals(new double[] {1.5}, fitness(null).values());
        assertArrayEquals(new double[] {-4_000}, fitness("max_drawdown").values());
        assertArrayEquals(new double[] {-30}, fitness("losing_trades").values());
        assertArrayEquals(
                new double[] {-80},
                fitness(Map.of("metric", "total_trades", "direction", "min")).values());
        assertFalse(fitness("profit_factor").valued());
        assertArrayEquals(
                new double[] {2 * 1.5 - 0.1 * 30},
                fitness(List.of(
                                Map.of("metric", "sharpe_ratio", "weight", 2),
                                Map.of("metric", "losing_trades", "weight", 0.1)))
                        .values());
        assertArrayEquals(
                new double[] {1.5, -12.5},
                fitness(List.of("sharpe_ratio", "max_drawdown_pct")).values());
        assertEquals(Fitness.NONE, ObjectiveIntake.read(null, null).fitness(null));
    }

    @ParameterizedTest
    @CsvSource({
        "total_trades, >=, 80, true",
        "total_trades, >, 80, false",
        "total_trades, <, 80, false",
        "total_trades, <=, 80, true",
        "max_drawdown_pct, >, -25, true",
        "max_drawdown_pct, >, -10, false",
        "profit_factor, >, 1, false"
    })
    void constraintsAreHeldToTheLetter(String metric, String op, double value, boolean met) {
        Fitness fitness = fitness("sharpe_ratio", new MetricConstraint(metric, op, value));
        assertEquals(met, fitness.feasible(), fitness::toString);
        assertTrue(fitness.valued());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"sharpe | sharpe_ratio", "total_trades | direction"})
    void whatCannotBeReachedIsRefusedInWords(String objective, String part) {
        Problem problem = assertThrows(Problem.class, () -> fitness(objective));
        assertTrue(problem.getMessage().contains(part), problem.getMessage());
    }

    @Test
    void aFallIsGivenAsItIsInAnswers() {
        Problem problem = assertThrows(
                Problem.class, () -> fitness("sharpe_ratio", new MetricConstraint("max_drawdown_pct", "<", 25.0)));
        assertTrue(problem.getMessage().contains("write > -25"), problem.getMessage());
        assertThrows(
                Problem.class, () -> fitness(List.of("sharpe_ratio", Map.of("metric", "net_profit", "weight", 1))));
    }
}
