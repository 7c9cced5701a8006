package futures.ml.train;

import futures.analytics.score.ProbabilityLoss;
import futures.analytics.score.Reliability;
import futures.analytics.split.Split;
import futures.ml.dataset.Dataset;
import futures.ml.model.Calibration;
import futures.ml.model.CrossFit;
import futures.ml.model.FittedModel;
import futures.ml.model.Isotonic;
import futures.ml.model.OutOfFold;
import futures.ml.model.Platt;
import futures.wire.ml.TrainReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Fits a calibration on out-of-fold probabilities, and says what it is worth on folds that it was not fitted on. */
final class Calibrating {
    /** Each fold is predicted anew for each other one. */
    private static final int MOST_FOLDS = 20;

    private final Dataset dataset;
    private final String method;

    Calibrating(Dataset dataset, String method) {
        this.dataset = dataset;
        this.method = method;
    }

    /** Null for no method. */
    Calibration fit(OutOfFold outside) {
        return switch (method) {
            case "platt" -> Platt.fit(outside);
            case "isotonic" -> Isotonic.fit(outside);
            default -> null;
        };
    }

    TrainReport.Calibration describe(OutOfFold outside, List<Split> splits, List<FittedModel> models) {
        double[] predictions = outside.predictions();
        int[] rows = outside.rows();
        boolean[] actual = Scores.classes(Scores.at(dataset.target(), rows));
        double[] forecast = Scores.at(predictions, rows);
        boolean judged = !method.equals("none") && splits.size() >= 3 && splits.size() <= MOST_FOLDS;
        return new TrainReport.Calibration(
                method, errors(actual, forecast), judged ? crossed(splits, models) : null, bins(actual, forecast));
    }

    /** Of probabilities of some rows that are calibrated by nobody. */
    static TrainReport.Calibration plain(Dataset dataset, int[] rows, double[] forecast) {
        boolean[] actual = Scores.classes(Scores.at(dataset.target(), rows));
        return new TrainReport.Calibration("none", errors(actual, forecast), null, bins(actual, forecast));
    }

    private static List<TrainReport.Bin> bins(boolean[] actual, double[] forecast) {
        List<TrainReport.Bin> bins = new ArrayList<>();
        for (Reliability.Bin bin : Reliability.of(actual, forecast, Scores.BINS).bins()) {
            bins.add(new TrainReport.Bin(
                    bin.from(),
                    bin.to(),
                    bin.count(),
                    Scores.defined(bin.forecast()),
                    Scores.defined(bin.frequency())));
        }
        return bins;
    }

    private TrainReport.Errors crossed(List<Split> splits, List<FittedModel> models) {
        double[] sums = new double[dataset.rows()];
        int[] times = new int[dataset.rows()];
        for (int f = 0; f < splits.size(); f++) {
            CrossFit others = new CrossFit(dataset.columns(), dataset.target(), dataset.weights());
            CrossFit own = new CrossFit(dataset.columns(), dataset.target(), dataset.weights());
            for (int g = 0; g < splits.size(); g++) {
                CrossFit.Fold ignored = (g == f ? own : others).resume(splits.get(g), models.get(g));
            }
            Calibration calibration = fit(others.outOfFold());
            double[] predictions = own.outOfFold().predictions();
            for (int row : splits.get(f).test()) {
                sums[row] += calibration.apply(predictions[row]);
                times[row]++;
            }
        }
        int[] rows = IntStream.range(0, sums.length).filter(i -> times[i] > 0).toArray();
        double[] calibrated =
                Arrays.stream(rows).mapToDouble(i -> sums[i] / times[i]).toArray();
        return errors(Scores.classes(Scores.at(dataset.target(), rows)), calibrated);
    }

    private static TrainReport.Errors errors(boolean[] actual, double[] forecast) {
        return new TrainReport.Errors(
                ProbabilityLoss.brier(actual, forecast),
                ProbabilityLoss.logLoss(actual, forecast),
                Reliability.of(actual, forecast, Scores.BINS).expectedError());
    }
}
