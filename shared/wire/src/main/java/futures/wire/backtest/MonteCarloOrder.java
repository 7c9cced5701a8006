package futures.wire.backtest;

import java.util.List;

/**
 * How a stored result is to be put to the test; what is null has the standard in brackets.
 *
 * @param methods    which of {@code shuffled_trades}, {@code resampled_trades}, {@code skipped_trades}, {@code day_blocks}, {@code
 *                   random_entries}, {@code price_noise}, {@code cost_ladder} and {@code other_markets} (all)
 * @param paths      how many are drawn, 100 to 10,000 (1,000)
 * @param seed       the same one gives the same answer (0)
 * @param skipShare  probability that a trade is missed, above 0 and below 1 (0.1)
 * @param noiseRuns  runs on changed prices, 10 to 200 (50)
 * @param noiseTicks most that a price is moved, 1 to 100 (1)
 * @param otherMarkets up to 20 markets in which the strategy runs too; a symbol or timeframe that is left out is the run's (5m, 15m and 1h,
 *                   as far as they are longer)
 */
public record MonteCarloOrder(
        List<String> methods,
        Integer paths,
        Long seed,
        Double skipShare,
        Integer noiseRuns,
        Integer noiseTicks,
        List<Market> otherMarkets) {

    /** A series and its timeframe. */
    public record Market(String symbol, String timeframe) {}
}
