package futures.wire.backtest;

import java.time.Instant;
import java.util.List;

/**
 * All tries of a strategy on a data set that were ever made, those whose runs were removed included. Sharpe ratios are annual, of 252
 * days, on daily P&L / initial cash.
 *
 * @param strategyName    under which they are counted
 * @param names           all names that are counted under it: copies and renamed files too
 * @param symbol          product, all of whose series are one data set; the series' own name when it is plain
 * @param timeframe       form of the bars
 * @param trials          different tries: the same code, parameters and seed on the same range count once
 * @param rated           those with a Sharpe ratio, which is the number that the statistics of luck take
 * @param meanSharpe      null when none has one, and so for the others
 * @param sharpeVariance  variance (n − 1) of the annual ratios; null for less than two
 * @param bestSharpe      highest of them
 * @param luckSharpe      what the best of so many tries without merit is expected to show: √variance · ((1 − γ) z(1 − 1/N) + γ z(1 −
 *                        1/(N e))), N being {@code rated} (Bailey and López de Prado 2014)
 * @param meanCorrelation of daily profits, over pairs on the same days of an even sample of at most 64 tries
 * @param effectiveTrials independent ones that they are worth: ρ + (1 − ρ) N (2014, appendix 3); not a whole number
 * @param reason          why correlation and effective number are null; null when they are not
 */
public record TrialSet(
        String strategyName,
        List<String> names,
        String symbol,
        String timeframe,
        long trials,
        long rated,
        Double meanSharpe,
        Double sharpeVariance,
        Double bestSharpe,
        Double luckSharpe,
        Double meanCorrelation,
        Double effectiveTrials,
        String reason,
        Instant firstTrial,
        Instant lastTrial) {}
