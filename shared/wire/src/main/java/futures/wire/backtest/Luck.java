package futures.wire.backtest;

import java.util.List;
import java.util.Map;

/**
 * How likely it is that the best of many tries is luck, from daily returns. Sharpe ratios are annual, of 252 days, on daily P&L /
 * initial cash.
 *
 * @param verdict             {@code luck}: luck alone explains it, the check {@code dsr} or {@code spa} has not passed; {@code
 *                            doubtful}: both have, but what is chosen in one half of the days does not stay good in the other
 *                            ({@code pbo}); {@code beyond_luck}: all that could be checked have passed; {@code unknown}: there
 *                            is no Sharpe ratio to judge, {@code undefined} says why
 * @param chanceOfLuck        1 − {@code dsr}
 * @param days                trading days of the returns
 * @param strategies          combinations whose daily returns were looked at
 * @param trials              how many tries there were, as the trial ledger has counted them
 * @param effectiveTrials     how many independent ones they are worth: ρ + (1 − ρ) · trials, ρ being the mean correlation of
 *                            daily returns (Bailey and López de Prado 2014, appendix 3); not a whole number, information only
 * @param sharpe              of the best
 * @param luckSharpe          of the best of so many tries without merit, as expected (2014)
 * @param dsr                 deflated Sharpe ratio (2014), with {@code trials} and the spread of their Sharpe ratios: the
 *                            probability that the true ratio exceeds {@code luck_sharpe}
 * @param psr                 probabilistic Sharpe ratio (2012): the same against 0, as if it were the only try
 * @param pbo                 probability of backtest overfitting by combinatorially symmetric cross-validation (2017)
 * @param pboBlocks           blocks of days that it was found with
 * @param realityCheckP       p-value of White's Reality Check (2000)
 * @param spaP                consistent p-value of Hansen's test of superior predictive ability (2005)
 * @param minTrackRecordDays  days in all, from which on {@code dsr} would reach 0.95 if the Sharpe ratio and {@code luck_sharpe}
 *                            stayed; null when the ratio does not exceed {@code luck_sharpe}
 * @param moreDays            {@code min_track_record_days} − {@code days}, at least 0
 * @param freshDays           days that had no part in the choice, on which this Sharpe ratio would be enough by itself: the
 *                            minimum track record length (2012) against 0
 * @param undefined           why another field is null
 * @param summary             the verdict in a sentence
 * @param words               each finding in a sentence, and what would convince
 */
public record Luck(
        String verdict,
        Double chanceOfLuck,
        int days,
        int strategies,
        long trials,
        Double effectiveTrials,
        Double sharpe,
        Double luckSharpe,
        Double dsr,
        Double psr,
        Double pbo,
        Integer pboBlocks,
        Double realityCheckP,
        Double spaP,
        Long minTrackRecordDays,
        Long moreDays,
        Long freshDays,
        List<Check> checks,
        Map<String, String> undefined,
        String summary,
        List<String> words) {

    /** The same in words. */
    public Luck saying(String newSummary, List<String> newWords) {
        return new Luck(
                verdict,
                chanceOfLuck,
                days,
                strategies,
                trials,
                effectiveTrials,
                sharpe,
                luckSharpe,
                dsr,
                psr,
                pbo,
                pboBlocks,
                realityCheckP,
                spaP,
                minTrackRecordDays,
                moreDays,
                freshDays,
                checks,
                undefined,
                newSummary,
                newWords);
    }

    /**
     * One check against its threshold.
     *
     * @param name      {@code dsr}, {@code spa} or {@code pbo}
     * @param value     null when it could not be made
     * @param threshold that the value must reach ({@code dsr}), or must not exceed
     * @param passed    null when it could not be made
     */
    public record Check(String name, Double value, double threshold, Boolean passed) {}
}
