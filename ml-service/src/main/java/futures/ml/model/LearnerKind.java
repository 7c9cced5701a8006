package futures.ml.model;

import static futures.ml.model.LearnerParameter.number;
import static futures.ml.model.LearnerParameter.whole;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Ways to learn, with what can be chosen of each. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are made by List.of
public enum LearnerKind {
    OLS("Ordinary least squares", true, List.of(Task.REGRESSION), List.of()) {
        @Override
        Learner learner(Task task, Map<String, Double> chosen) {
            return new LinearRegression(0);
        }
    },
    RIDGE(
            "Least squares with a penalty on the squares of the coefficients",
            true,
            List.of(Task.REGRESSION),
            List.of(number("alpha", 1, 0, 1e12, "weight of the squares beside the squared errors"))) {
        @Override
        Learner learner(Task task, Map<String, Double> chosen) {
            return new LinearRegression(chosen.get("alpha"));
        }
    },
    LASSO(
            "Least squares with a penalty on the sizes of the coefficients, which makes some of them 0",
            true,
            List.of(Task.REGRESSION),
            List.of(number("alpha", 0.01, 1e-9, 1e12, "weight of the sizes beside half the mean squared error"))) {
        @Override
        Learner learner(Task task, Map<String, Double> chosen) {
            return new Lasso(chosen.get("alpha"));
        }
    },
    LOGISTIC(
            "Logistic regression",
            true,
            List.of(Task.CLASSIFICATION),
            List.of(number(
                    "c", 1, 0, 1e12, "weight of the likelihood beside half the squares; 0: no penalty at all"))) {
        @Override
        Learner learner(Task task, Map<String, Double> chosen) {
            return new LogisticRegression(chosen.get("c") == 0 ? 0 : 1 / chosen.get("c"));
        }
    },
    RANDOM_FOREST(
            "Mean of trees that are grown apart on parts of the rows",
            false,
            List.of(Task.CLASSIFICATION, Task.REGRESSION),
            List.of(
                    whole("n_estimators", 200, 1, 5000, "trees"),
                    whole("max_depth", 6, 1, 16, "splits from a tree's root to a leaf at most"),
                    number("max_samples", 0.632, 0.01, 1, "part of the rows for each tree"),
                    number("max_features", 0.35, 0.01, 1, "part of the features for each split"),
                    number("min_samples_leaf", 20, 0, 1e9, "weight of a leaf's rows at least"),
                    whole("max_bin", 256, 2, 4096, "steps that a feature's values are told apart in"))) {
        @Override
        Learner learner(Task task, Map<String, Double> chosen) {
            Map<String, Object> parameters = new TreeMap<>();
            parameters.put("tree_method", "hist");
            parameters.put("max_depth", chosen.get("max_depth").intValue());
            parameters.put("subsample", chosen.get("max_samples"));
            parameters.put("colsample_bynode", chosen.get("max_features"));
            parameters.put("min_child_weight", chosen.get("min_samples_leaf"));
            parameters.put("max_bin", chosen.get("max_bin").intValue());
            return new RandomForest(task, chosen.get("n_estimators").intValue(), parameters);
        }
    },
    GRADIENT_BOOSTING(
            "Boosted trees of XGBoost",
            false,
            List.of(Task.CLASSIFICATION, Task.REGRESSION),
            List.of(
                    whole("n_estimators", 200, 1, 5000, "trees"),
                    whole("max_depth", 3, 1, 16, "splits from a tree's root to a leaf at most"),
                    number("learning_rate", 0.05, 1e-4, 1, "part of each tree that is added"),
                    number("subsample", 0.8, 0.01, 1, "part of the rows for each tree"),
                    number("colsample_bytree", 0.8, 0.01, 1, "part of the features for each tree"),
                    number("min_child_weight", 1, 0, 1e9, "sum of curvature in a leaf at least"),
                    number("gamma", 0, 0, 1e9, "gain of a split at least"),
                    number("reg_lambda", 1, 0, 1e9, "penalty on the squares of leaves"),
                    number("reg_alpha", 0, 0, 1e9, "penalty on the sizes of leaves"),
                    whole("max_bin", 256, 2, 4096, "steps that a feature's values are told apart in"))) {
        @Override
        Learner learner(Task task, Map<String, Double> chosen) {
            Map<String, Object> parameters = new TreeMap<>(chosen);
            parameters.remove("n_estimators");
            parameters.put("tree_method", "hist");
            parameters.put("max_depth", chosen.get("max_depth").intValue());
            parameters.put("max_bin", chosen.get("max_bin").intValue());
            return new GradientBoosting(task, chosen.get("n_estimators").intValue(), parameters);
        }
    };

    private final String about;
    private final boolean linear;
    private final List<Task> tasks;
    private final List<LearnerParameter> parameters;

    LearnerKind(String about, boolean linear, List<Task> tasks, List<LearnerParameter> parameters) {
        this.about = about;
        this.linear = linear;
        this.tasks = tasks;
        this.parameters = parameters;
    }

    abstract Learner learner(Task task, Map<String, Double> chosen);

    /** Its name in JSON: {@code random_forest}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String about() {
        return about;
    }

    /** Whether its features have to be complete, and are better of one size. */
    public boolean linear() {
        return linear;
    }

    public List<Task> tasks() {
        return tasks;
    }

    public List<LearnerParameter> parameters() {
        return parameters;
    }

    /** @throws IllegalArgumentException naming all there are */
    public static LearnerKind of(String key) {
        return Arrays.stream(values())
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no way to learn '" + key + "'; there are "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(LearnerKind::key).toList())));
    }

    /**
     * All parameters, those given and the others as they are when nothing is said.
     *
     * @throws IllegalArgumentException for one that there is not, or out of its range, naming both
     */
    public Map<String, Double> completed(Map<String, Double> given) {
        Map<String, Double> all = new LinkedHashMap<>();
        Map<String, Double> left = new TreeMap<>(given);
        for (LearnerParameter parameter : parameters) {
            Double value = left.remove(parameter.name());
            if (value == null) {
                value = parameter.standard();
            }
            if (!(value >= parameter.least() && value <= parameter.most())
                    || (parameter.whole() && value != Math.rint(value))) {
                throw new IllegalArgumentException("'" + parameter.name() + "' of " + key() + " is a "
                        + (parameter.whole() ? "whole number" : "number") + " from " + parameter.least() + " to "
                        + parameter.most() + ", found " + value);
            }
            all.put(parameter.name(), value);
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(
                    key() + " has no parameter '" + left.keySet().iterator().next() + "'; it has "
                            + parameters.stream().map(LearnerParameter::name).toList());
        }
        return all;
    }

    /**
     * A learner of this kind.
     *
     * @param given       parameters that differ from the standard
     * @param preparation of the features
     * @param balanced    whether both classes weigh the same
     */
    public Learner learner(Task task, Map<String, Double> given, Preparation preparation, boolean balanced) {
        if (!tasks.contains(task)) {
            throw new IllegalArgumentException(key() + " cannot learn a " + task.key() + ", only "
                    + tasks.stream().map(Task::key).toList());
        }
        if (balanced && task != Task.CLASSIFICATION) {
            throw new IllegalArgumentException("only classes can be balanced, and numbers are to be predicted");
        }
        Learner learner = learner(task, completed(given));
        return preparation.before(balanced ? new Balanced(learner) : learner);
    }

    private record Balanced(Learner learner) implements Learner {
        @Override
        public Task task() {
            return learner.task();
        }

        @Override
        public FittedModel fit(Sample sample, long seed, Pause pause) {
            return learner.fit(sample.balanced(), seed, pause);
        }
    }
}
