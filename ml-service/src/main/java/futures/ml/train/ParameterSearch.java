package futures.ml.train;

import futures.analytics.split.PurgedKFold;
import futures.analytics.split.Spans;
import futures.analytics.split.Split;
import futures.ml.dataset.Dataset;
import futures.ml.model.FittedModel;
import futures.ml.model.Learner;
import futures.ml.model.LearnerKind;
import futures.ml.model.Matrix;
import futures.ml.model.Sample;
import futures.ml.model.Task;
import futures.wire.ml.ModelChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Chooses parameters on training rows alone, by purged folds within them (nested cross-validation): of what a fold is tested on
 * nothing is known when its parameters are chosen.
 */
final class ParameterSearch {
    private static final int INNER_FOLDS = 3;
    private static final int MOST_TRIALS = 200;
    private static final int USUAL_TRIALS = 20;
    private static final double LEAST = 1e-15;

    private final TrainPlan plan;
    private final List<Map<String, Object>> combinations;
    private int fits;

    ParameterSearch(TrainPlan plan) {
        this.plan = plan;
        this.combinations = combinations(plan);
    }

    /** @throws futures.kit.http.Problem for a space that has no combination */
    static ModelChoice.Search complete(ModelChoice.Search search, LearnerKind kind) {
        if (search.space() == null || search.space().isEmpty()) {
            throw TrainPlan.wrong("model.search.space", null, "name values to try of at least one parameter");
        }
        search.space().forEach((name, values) -> {
            if (values == null || values.isEmpty()) {
                throw TrainPlan.wrong("model.search.space." + name, values, "has no value to try");
            }
            for (Object value : values) {
                try {
                    Map<String, Double> ignored = kind.completed(TrainPlan.numbers(Map.of(name, value)));
                } catch (IllegalArgumentException e) {
                    throw TrainPlan.wrong("model.search.space." + name, value, e.getMessage());
                }
            }
        });
        int trials = search.trials() == null ? USUAL_TRIALS : search.trials();
        if (trials < 1 || trials > MOST_TRIALS) {
            throw TrainPlan.wrong("model.search.trials", trials, "must be from 1 to " + MOST_TRIALS);
        }
        return new ModelChoice.Search(new TreeMap<>(search.space()), trials);
    }

    /** All of them when there are no more than trials, else as many drawn without putting back. */
    private static List<Map<String, Object>> combinations(TrainPlan plan) {
        ModelChoice.Search search = plan.order().model().search();
        if (search == null) {
            return List.of(plan.parameters());
        }
        List<String> names = List.copyOf(search.space().keySet());
        long all = 1;
        for (String name : names) {
            all = Math.min(Integer.MAX_VALUE, all * search.space().get(name).size());
        }
        List<Map<String, Object>> drawn = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(plan.seed());
        Map<Long, Long> moved = new LinkedHashMap<>();
        long wanted = Math.min(search.trials(), all);
        for (long k = 0; k < wanted; k++) {
            // the first steps of a shuffle of all numbers, of which only those that moved are kept
            long other = wanted == all ? k : random.nextLong(k, all);
            long number = moved.getOrDefault(other, other);
            moved.put(other, moved.getOrDefault(k, k));
            Map<String, Object> combination = new LinkedHashMap<>(plan.parameters());
            for (String name : names) {
                List<Object> values = search.space().get(name);
                combination.put(name, values.get((int) (number % values.size())));
                number /= values.size();
            }
            drawn.add(combination);
        }
        return drawn;
    }

    /** Combinations that are tried. */
    int trials() {
        return combinations.size();
    }

    /** Fits so far. */
    int fits() {
        return fits;
    }

    /** The combination with the least loss over folds within some rows. */
    Map<String, Object> choose(int[] train, Learner.Pause pause) {
        if (combinations.size() == 1) {
            return combinations.get(0);
        }
        Dataset dataset = plan.dataset();
        int[] starts = new int[train.length];
        int[] ends = new int[train.length];
        for (int i = 0; i < train.length; i++) {
            starts[i] = dataset.events()[train[i]];
            ends[i] = dataset.ends()[train[i]];
        }
        List<Split> splits =
                new PurgedKFold(INNER_FOLDS, plan.order().validation().embargo()).split(new Spans(starts, ends));
        Map<String, Object> best = combinations.get(0);
        double least = Double.POSITIVE_INFINITY;
        for (Map<String, Object> combination : combinations) {
            double loss = loss(plan.learner(combination), splits, train, pause);
            if (loss < least) {
                least = loss;
                best = combination;
            }
        }
        return best;
    }

    private double loss(Learner learner, List<Split> splits, int[] train, Learner.Pause pause) {
        Dataset dataset = plan.dataset();
        double sum = 0;
        int count = 0;
        for (Split split : splits) {
            Sample sample =
                    new Sample(dataset.columns(), picked(train, split.train()), dataset.target(), dataset.weights());
            FittedModel model = learner.fit(sample, plan.seed(), pause);
            fits++;
            int[] test = picked(train, split.test());
            double[] predicted = model.predict(Matrix.of(dataset.columns(), test));
            for (int i = 0; i < test.length; i++) {
                double actual = dataset.target()[test[i]];
                sum += plan.task() == Task.REGRESSION
                        ? (predicted[i] - actual) * (predicted[i] - actual)
                        : -Math.log(Math.max(LEAST, actual > 0.5 ? predicted[i] : 1 - predicted[i]));
            }
            count += test.length;
        }
        return sum / count;
    }

    private static int[] picked(int[] rows, int[] places) {
        int[] picked = new int[places.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = rows[places[i]];
        }
        return picked;
    }
}
