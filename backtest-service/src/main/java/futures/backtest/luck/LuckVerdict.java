package futures.backtest.luck;

import futures.analytics.inference.BacktestOverfitting;
import futures.analytics.inference.BlockLength;
import futures.analytics.inference.ReturnMatrix;
import futures.analytics.inference.SharpeSample;
import futures.analytics.inference.SnoopingTest;
import futures.analytics.performance.Measure;
import futures.wire.backtest.Luck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges whether the best of many combinations is luck. Thresholds and their reasons are in {@code docs/luck.md}. */
public final class LuckVerdict {
    /** The deflated Sharpe ratio must reach it. */
    public static final double LEAST_DSR = 0.95;
    /** Hansen's consistent p-value must not exceed it. */
    public static final double MOST_SPA_P = 0.05;
    /** The probability of backtest overfitting must not exceed it. */
    public static final double MOST_PBO = 0.2;

    static final int DRAWS = 2_000;
    private static final int MOST_BLOCKS = 16;
    private static final int LEAST_BLOCKS = 4;
    private static final int LEAST_DAYS_IN_BLOCK = 5;
    private static final double DAYS_A_YEAR = 252;

    private final ReturnMatrix returns;
    private final TrialFacts tries;
    private final Map<String, String> undefined = new LinkedHashMap<>();

    private LuckVerdict(ReturnMatrix returns, TrialFacts tries) {
        this.returns = returns;
        this.tries = tries;
    }

    /**
     * Judges the best of some combinations.
     *
     * <p>The same arguments give the same verdict. It takes a time that grows with days × combinations, about four seconds for 1,000
     * days of 500 combinations on one thread.
     *
     * @param returns daily profits / initial cash of combinations on the same days, at least 20: of all of them, or, where there are
     *                too many, of the best and an <em>even sample of all the others</em>. The best ones only would make
     *                {@code pbo} and the p-values too good
     * @param best    which of them was chosen, counted from 0
     * @param tries   what the {@link TrialLedger} knows of all tries, these included; {@link TrialFacts#of} when there were no others
     * @param seed    of the bootstrap
     */
    public static Luck of(ReturnMatrix returns, int best, TrialFacts tries, long seed) {
        return new LuckVerdict(returns, tries).judge(best, seed);
    }

    private Luck judge(int best, long seed) {
        SharpeSample sample;
        try {
            sample = SharpeSample.of(returns.strategy(best));
        } catch (IllegalArgumentException e) {
            return unknown(e.getMessage());
        }
        double luck = tries.luckRatio();
        Double dsr = keep("dsr", sample.deflated(tries.trials(), tries.variance()));
        Double record = keep("min_track_record_days", sample.minimumTrackRecord(luck, LEAST_DSR));
        Double fresh = keep("fresh_days", sample.minimumTrackRecord(0, LEAST_DSR));
        BacktestOverfitting overfitting = overfitting();
        SnoopingTest snooping = snooping(seed);
        Double pbo = overfitting == null ? null : overfitting.probability();
        Double spa = snooping == null ? null : snooping.consistentP();
        List<Luck.Check> checks = List.of(
                new Luck.Check("dsr", dsr, LEAST_DSR, dsr == null ? null : dsr >= LEAST_DSR),
                new Luck.Check("spa", spa, MOST_SPA_P, spa == null ? null : spa <= MOST_SPA_P),
                new Luck.Check("pbo", pbo, MOST_PBO, pbo == null ? null : pbo <= MOST_PBO));
        Long needed = record == null ? null : (long) Math.ceil(record);
        String verdict = verdict(checks);
        Luck judged = new Luck(
                verdict,
                dsr == null ? null : 1 - dsr,
                returns.days(),
                returns.strategies(),
                tries.trials(),
                keep("effective_trials", tries.effective()),
                sample.ratio() * Math.sqrt(DAYS_A_YEAR),
                luck * Math.sqrt(DAYS_A_YEAR),
                dsr,
                keep("psr", sample.probability(0)),
                pbo,
                overfitting == null ? null : overfitting.blocks(),
                snooping == null ? null : snooping.realityCheckP(),
                spa,
                needed,
                needed == null ? null : Math.max(0, needed - returns.days()),
                fresh == null ? null : (long) Math.ceil(fresh),
                checks,
                undefined,
                null,
                null);
        return LuckWords.with(judged);
    }

    private static String verdict(List<Luck.Check> checks) {
        if (checks.get(0).passed() == null) {
            return "unknown";
        }
        boolean luck = checks.subList(0, 2).stream().anyMatch(check -> Boolean.FALSE.equals(check.passed()));
        return luck ? "luck" : Boolean.FALSE.equals(checks.get(2).passed()) ? "doubtful" : "beyond_luck";
    }

    private Double keep(String field, Measure measure) {
        if (!measure.defined()) {
            undefined.put(field, measure.reason());
        }
        return measure.value();
    }

    private BacktestOverfitting overfitting() {
        int blocks = Math.min(MOST_BLOCKS, returns.days() / LEAST_DAYS_IN_BLOCK / 2 * 2);
        if (returns.strategies() < 2 || blocks < LEAST_BLOCKS) {
            String why = returns.strategies() < 2
                    ? "one combination alone was not chosen from any others"
                    : "it needs " + LEAST_BLOCKS * LEAST_DAYS_IN_BLOCK + " days, there are " + returns.days();
            undefined.put("pbo", why);
            return null;
        }
        return BacktestOverfitting.of(returns, blocks);
    }

    private SnoopingTest snooping(long seed) {
        if (returns.days() < LEAST_BLOCKS * LEAST_DAYS_IN_BLOCK) {
            undefined.put(
                    "spa_p", "it needs " + LEAST_BLOCKS * LEAST_DAYS_IN_BLOCK + " days, there are " + returns.days());
            return null;
        }
        return SnoopingTest.of(returns, meanBlock(), DRAWS, seed);
    }

    /** Mean of the lengths that suit each combination, for all are drawn in the same blocks. */
    private double meanBlock() {
        double sum = 0;
        for (int k = 0; k < returns.strategies(); k++) {
            sum += Math.max(1, BlockLength.automatic(returns.strategy(k)));
        }
        return sum / returns.strategies();
    }

    private Luck unknown(String why) {
        undefined.put("dsr", why);
        return LuckWords.with(new Luck(
                "unknown",
                null,
                returns.days(),
                returns.strategies(),
                tries.trials(),
                keep("effective_trials", tries.effective()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                undefined,
                null,
                null));
    }
}
