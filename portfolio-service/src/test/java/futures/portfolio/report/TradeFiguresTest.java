package futures.portfolio.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.analytics.performance.Drawdown;
import futures.wire.portfolio.Performance;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradeFiguresTest {

    /** Percentages are shown with four decimals: half of the last one, as a fraction. */
    private static final double PERCENT_ROUNDING = 0.5e-6 + 1e-12;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void drawdownIsWhatTheAnalyticsSay(long seed) {
        Random random = new Random(seed);
        TradeFigures figures = new TradeFigures(10_000_000);
        double[] cash = new double[201];
        cash[0] = 100_000;
        long cents = 10_000_000;
        for (int i = 1; i < cash.length; i++) {
            long change = random.nextLong(-100_000, 100_001);
            figures.movement(change);
            cents += change;
            cash[i] = cents / 100.0;
        }
        Drawdown expected = Drawdown.of(cash);
        Performance found = figures.performance();
        assertEquals(expected.deepest(), found.maxDrawdown().doubleValue(), 1e-6);
        assertEquals(expected.deepestFraction(), found.maxDrawdownPct().doubleValue() / 100, PERCENT_ROUNDING);
    }

    @Test
    void withoutLossesTheRatiosAreUndefinedAndSayWhy() {
        TradeFigures figures = new TradeFigures(100);
        figures.trade(50, 0);
        figures.movement(50);
        Performance found = figures.performance();
        assertEquals(
                Map.of(
                        "profit_factor", "no losing trade",
                        "average_loss", "no losing trade",
                        "payoff_ratio", "no losing trade",
                        "largest_loss", "no losing trade"),
                found.undefined());
        assertEquals(new BigDecimal("100.0000"), found.winRatePct());
        assertEquals(new BigDecimal("50.0000"), found.totalReturnPct());
    }

    /** A trade that pays only its costs is a loss: trades are judged on their net. */
    @Test
    void tradesAreJudgedOnTheirNet() {
        TradeFigures figures = new TradeFigures(100_00);
        figures.trade(100, 250);
        figures.trade(250, 250);
        Performance found = figures.performance();
        assertEquals(1, found.losingTrades());
        assertEquals(1, found.breakEvenTrades());
        assertEquals(new BigDecimal("0.000000"), found.profitFactor());
    }
}
