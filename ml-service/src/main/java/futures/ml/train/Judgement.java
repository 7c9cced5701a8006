package futures.ml.train;

import futures.wire.ml.TrainReport.Baselines;
import futures.wire.ml.TrainReport.SignalResult;
import futures.wire.ml.TrainReport.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Says in words whether there is evidence of skill. There is when all of these hold: the order of predictions is better than chance at
 * one percent, divided by the tries; more folds are above chance than below; the loss is less than that of a forecast of the training's
 * frequency; no fit on shuffled labels did as well; and no test for leakage failed.
 */
final class Judgement {
    private static final double MOST_P = 0.01;
    private static final double LEAST_DSR = 0.95;

    private final List<String> reasons = new ArrayList<>();
    private boolean evidence = true;

    private void require(boolean holds, String format, Object... figures) {
        evidence &= holds;
        reasons.add((holds ? "holds: " : "fails: ") + String.format(Locale.ROOT, format, figures));
    }

    static Verdict of(
            boolean classification,
            Skill skill,
            Map<String, Double> metrics,
            Baselines baselines,
            SignalResult signals,
            int trials,
            int failed) {
        Judgement judgement = new Judgement();
        String main = classification ? "AUC less 0.5" : "rank correlation";
        double most = MOST_P / Math.max(1, trials);
        judgement.require(
                skill.pValue() <= most,
                "%s is %.4f, %.2f standard errors above chance (p = %.4f, at most %.4f for %d tries)",
                main,
                skill.mean(),
                skill.z(),
                skill.pValue(),
                most,
                trials);
        judgement.require(
                2 * skill.positive() > skill.folds(),
                "%d of %d folds are above chance",
                skill.positive(),
                skill.folds());
        String loss = classification ? "log_loss" : "mse";
        Double own = metrics.get(loss);
        Double dummy = baselines.dummy().get(loss);
        judgement.require(
                own != null && dummy != null && own < dummy,
                "%s is %.6g, that of a forecast of the training's %s %.6g",
                classification ? "log loss" : "mean squared error",
                own,
                classification ? "frequency" : "mean",
                dummy);
        double best =
                baselines.shuffled().stream().mapToDouble(value -> value).max().orElse(Double.NaN);
        judgement.require(
                skill.mean() > best - (classification ? 0.5 : 0),
                "the best of %d fits on shuffled labels has %.4f, this one %.4f",
                baselines.shuffled().size(),
                best,
                skill.mean() + (classification ? 0.5 : 0));
        judgement.require(failed == 0, "%d tests for leakage failed", failed);
        boolean profitable = judgement.evidence
                && signals.net() > 0
                && signals.deflatedSharpe() != null
                && signals.deflatedSharpe() >= LEAST_DSR;
        return new Verdict(
                judgement.evidence,
                profitable,
                words(judgement.evidence, profitable, signals, failed),
                judgement.reasons);
    }

    private static String words(boolean evidence, boolean profitable, SignalResult signals, int failed) {
        String money = String.format(
                Locale.ROOT,
                "%d trades by its signals came to %.2f after costs of %.2f each",
                signals.trades(),
                signals.net(),
                signals.costs());
        if (failed > 0) {
            return "No claim can be made: " + failed
                    + " of the tests for leakage failed, so that the figures may know the future. Correct"
                    + " what they name first.";
        }
        if (!evidence) {
            return "There is no evidence of skill: out of fold the predictions cannot be told from chance. " + money
                    + ", which says nothing beyond luck.";
        }
        return profitable
                ? "There is evidence of skill, and of a profit beyond chance: " + money + "."
                : "There is evidence of skill in the predictions, but none that it pays: " + money + ".";
    }
}
