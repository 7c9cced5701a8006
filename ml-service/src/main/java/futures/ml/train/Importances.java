package futures.ml.train;

import futures.analytics.split.Split;
import futures.ml.dataset.Dataset;
import futures.ml.model.FittedModel;
import futures.ml.model.Learner;
import futures.ml.model.Matrix;
import futures.ml.model.PermutationImportance;
import futures.wire.ml.TrainReport.Importance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What each column does for the predictions: by shuffling it in each fold's test rows, and by the trees of the final model. */
final class Importances {
    /** Enough to order columns; contributions take a walk through every tree for every row. */
    private static final int MOST_EXPLAINED = 1_000;

    private static final int MOST_SHUFFLED = 50_000;
    private static final int ORDERS = 3;

    private Importances() {}

    /** The most important first. */
    static List<Importance> of(
            Dataset dataset,
            List<Split> splits,
            List<FittedModel> models,
            FittedModel last,
            long seed,
            Learner.Pause pause) {
        return of(dataset, splits.stream().map(Split::test).toList(), models, last, seed, pause, true);
    }

    /** Of one model by some rows. */
    static List<Importance> ofOne(Dataset dataset, int[] rows, FittedModel model) {
        return of(dataset, List.of(rows), List.of(model), model, 1, Learner.Pause.NONE, false);
    }

    private static List<Importance> of(
            Dataset dataset,
            List<int[]> splits,
            List<FittedModel> models,
            FittedModel last,
            long seed,
            Learner.Pause pause,
            boolean spread) {
        int columns = dataset.columns().length;
        double[][] byFold = new double[columns][splits.size()];
        for (int f = 0; f < splits.size(); f++) {
            int[] test = thinned(splits.get(f), MOST_SHUFFLED);
            double[][] rises = new PermutationImportance(
                            models.get(f), Matrix.of(dataset.columns(), test), Scores.at(dataset.target(), test))
                    .drawn(ORDERS, seed + f, pause);
            for (int c = 0; c < columns; c++) {
                for (double rise : rises[c]) {
                    byFold[c][f] += rise / ORDERS;
                }
            }
        }
        Optional<double[]> gain = last.gain();
        Optional<double[]> shap = shap(dataset, last);
        List<Importance> all = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            int column = c;
            double[] moments = moments(byFold[c]);
            all.add(new Importance(
                    dataset.features().get(c).name(),
                    moments[0],
                    spread ? Scores.defined(moments[1]) : null,
                    gain.map(values -> values[column]).orElse(null),
                    shap.map(values -> values[column]).orElse(null)));
        }
        all.sort(Comparator.comparingDouble(Importance::permutation).reversed());
        return all;
    }

    private static Optional<double[]> shap(Dataset dataset, FittedModel model) {
        int[] rows = new int[dataset.rows()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
        }
        return model.contributions(Matrix.of(dataset.columns(), thinned(rows, MOST_EXPLAINED)))
                .map(values -> {
                    double[] sizes = new double[dataset.columns().length];
                    for (double[] row : values) {
                        for (int c = 0; c < sizes.length; c++) {
                            sizes[c] += Math.abs(row[c]) / values.length;
                        }
                    }
                    return sizes;
                });
    }

    /** At most so many, evenly over all of them. */
    static int[] thinned(int[] rows, int most) {
        if (rows.length <= most) {
            return rows;
        }
        int[] some = new int[most];
        for (int i = 0; i < most; i++) {
            some[i] = rows[(int) ((long) i * rows.length / most)];
        }
        return some;
    }

    private static double[] moments(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new double[] {mean, values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1))};
    }
}
