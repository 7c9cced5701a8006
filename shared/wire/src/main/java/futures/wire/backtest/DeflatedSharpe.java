package futures.wire.backtest;

/**
 * What the number of tries leaves of a Sharpe ratio.
 *
 * @param value      probability that the true ratio exceeds what the best of so many tries without merit would show, 0 to 1; null
 *                   when the ratio is not defined
 * @param reason     why there is no value; null when there is one
 * @param trials     tries of the strategy on the product and timeframe that the trial ledger had counted when the run ended, this one
 *                   included, as far as they have a Sharpe ratio; with one the value is the probabilistic Sharpe ratio
 * @param luckSharpe annual Sharpe ratio that the best of them is expected to show by luck alone
 * @param definition formula and version
 */
public record DeflatedSharpe(Double value, String reason, long trials, double luckSharpe, String definition) {}
