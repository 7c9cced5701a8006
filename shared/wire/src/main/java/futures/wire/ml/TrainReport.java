package futures.wire.ml;

import java.util.List;
import java.util.Map;

/**
 * What a training found, all of it on rows that the predicting models had not seen.
 *
 * @param verdict      whether there is evidence of skill
 * @param metrics      of all out-of-fold predictions together, and means over folds with their deviation
 * @param folds        in order of time
 * @param baselines    the same metrics of a forecast that knows only the training's frequencies, and of models fitted on shuffled labels
 * @param signals      what positions by the predictions would have earned
 * @param leakage      the fourteen tests
 * @param trials       combinations of parameters that were tried in all, this training's and earlier ones' on the same labels
 * @param importance   of each column
 * @param calibration  of the out-of-fold probabilities; null of a regression
 */
public record TrainReport(
        Verdict verdict,
        Map<String, Double> metrics,
        List<FoldResult> folds,
        Baselines baselines,
        SignalResult signals,
        List<LeakageCheck> leakage,
        Trials trials,
        List<Importance> importance,
        Calibration calibration) {

    /**
     * In words.
     *
     * @param evidence of skill in the predictions
     * @param profitable whether positions by them earned money beyond chance, after costs
     * @param text     one sentence or a few
     * @param reasons  each condition with its figures
     */
    public record Verdict(boolean evidence, boolean profitable, String text, List<String> reasons) {}

    /**
     * What predictions have to beat.
     *
     * @param dummy    of the training's frequency, or mean
     * @param shuffled main metric (AUC, or rank IC) of each fit on shuffled labels
     */
    public record Baselines(Map<String, Double> dummy, List<Double> shuffled) {}

    /**
     * Positions by out-of-fold predictions: entered at the next bar's open, held to the label's end, one at a time.
     *
     * @param costs      of a round trip in money
     * @param net        money of one contract, after costs
     * @param mean       money a trade, after costs
     * @param tStatistic of the mean
     * @param sharpe     mean over deviation of a trade, not annualised
     * @param deflatedSharpe probability that the ratio is above what the best of so many trials shows by luck; null when undefined
     */
    public record SignalResult(
            double threshold,
            int trades,
            int longTrades,
            double costs,
            double gross,
            double net,
            Double mean,
            Double winRate,
            Double tStatistic,
            Double sharpe,
            Double deflatedSharpe) {}

    /**
     * Tries.
     *
     * @param here   combinations tried in this training
     * @param before in earlier trainings on the same labels of the same symbol
     */
    public record Trials(int here, int before) {}

    /**
     * Of one column.
     *
     * @param permutation     by how much the main metric falls when the column is shuffled in the test rows, mean over folds
     * @param permutationDeviation over folds
     * @param gain            part of the gain of all splits; null unless the model is made of trees
     * @param shap            mean size of the column's contribution to a prediction; null unless the model is made of trees
     */
    public record Importance(String name, double permutation, Double permutationDeviation, Double gain, Double shap) {}

    /**
     * Of probabilities.
     *
     * @param method  that was fitted on them: {@code none}, {@code platt} or {@code isotonic}
     * @param before  error of the out-of-fold probabilities as they are
     * @param after   the same when each fold's are calibrated by the others'; null without a method
     * @param bins    of probabilities as they are
     */
    public record Calibration(String method, Errors before, Errors after, List<Bin> bins) {}

    /**
     * Errors of probabilities.
     *
     * @param ece expected calibration error over ten bins
     */
    public record Errors(double brier, double logLoss, double ece) {}

    /**
     * Reliability of one bin.
     *
     * @param forecast  mean probability; null when empty
     * @param frequency part of the rows that were true; null when empty
     */
    public record Bin(double from, double to, int count, Double forecast, Double frequency) {}
}
