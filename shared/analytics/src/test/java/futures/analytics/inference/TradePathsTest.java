package futures.analytics.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Against full enumerations: all 8! orders of eight trades, all 4⁴ draws of four. Bounds are four standard errors. */
class TradePathsTest {
    private static final double[] EIGHT = {150, -100, 220, -180, 90, -60, -130, 310};
    private static final double[] FOUR = {100, -50, 30, -80};
    private static final int PATHS = 40_000;

    private static void share(double exact, double drawn) {
        assertEquals(exact, drawn, 4 * Math.sqrt(exact * (1 - exact) / PATHS));
    }

    @Test
    void shuffledTradesHaveTheDrawdownsOfAllOrders() {
        TradePaths paths = TradePaths.shuffled(EIGHT, PATHS, 11);
        assertEquals(300, paths.netProfit().at(0).value());
        assertEquals(300, paths.netProfit().at(1).value());
        DrawnFigure drawdown = paths.maxDrawdown();
        assertEquals(-280, TradePaths.maxDrawdown(EIGHT));
        assertEquals(-470, drawdown.at(0).value());
        assertEquals(-180, drawdown.at(1).value());
        // these percentiles lie well inside a step of the distribution
        assertEquals(-290, drawdown.at(0.5).value());
        assertEquals(-410, drawdown.at(0.1).value());
        assertEquals(-470, drawdown.at(0.01).value());
        share(0.4523809523809524, drawdown.below(-299.5));
        share(0.14285714285714285, drawdown.below(-399.5));
        share(0.49047619047619045, drawdown.reaching(-280));
    }

    @Test
    void resampledTradesHaveTheResultsOfAllDraws() {
        TradePaths paths = TradePaths.resampled(FOUR, PATHS, 12);
        share(0.453125, paths.netProfit().below(0));
        share(0.265625, paths.maxDrawdown().below(-159.5));
        assertEquals(-240, paths.maxDrawdown().at(0.05).value());
    }

    /** Each of two trades is there in half of the paths. */
    @Test
    void missedTradesAreMissedAsOftenAsSaid() {
        TradePaths paths = TradePaths.skipping(new double[] {-1, 10}, 0.25, PATHS, 13);
        share(0.75 * 0.25, paths.netProfit().below(-0.5));
        share(0.25 * 0.25, paths.netProfit().below(0.5) - paths.netProfit().below(-0.5));
        share(0.75 * 0.75, paths.netProfit().below(9.5) - paths.netProfit().below(0.5));
        assertEquals(
                9,
                TradePaths.skipping(new double[] {-1, 10}, 0, 5, 1)
                        .netProfit()
                        .at(0)
                        .value());
        assertEquals(
                0,
                TradePaths.skipping(new double[] {-1, 10}, 1, 5, 1)
                        .netProfit()
                        .at(1)
                        .value());
    }

    @Test
    void theSeedDecides() {
        assertEquals(
                TradePaths.shuffled(EIGHT, 5, 1).maxDrawdown().at(0.37),
                TradePaths.shuffled(EIGHT, 5, 1).maxDrawdown().at(0.37));
        assertThrows(IllegalArgumentException.class, () -> TradePaths.shuffled(new double[0], 5, 1));
        assertThrows(IllegalArgumentException.class, () -> TradePaths.resampled(EIGHT, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> TradePaths.skipping(EIGHT, 1.1, 5, 1));
    }

    @Test
    void whatWasObservedIsOneOfThem() {
        DrawnFigure figure = new DrawnFigure(DoubleStream.of(1, 2, 3, 4, Double.NaN));
        assertEquals(0.2, figure.chanceOfReaching(5));
        assertEquals(0.4, figure.chanceOfReaching(4));
        assertEquals(1, figure.chanceOfReaching(0));
        assertEquals(0.25, figure.reaching(4));
        assertTrue(figure.below(4) + figure.reaching(4) == 1);
    }
}
