package futures.ml.train;

import futures.kit.http.Problem;
import futures.ml.dataset.Dataset;
import futures.ml.model.Learner;
import futures.ml.model.LearnerKind;
import futures.ml.model.Preparation;
import futures.ml.model.Task;
import futures.wire.ml.DatasetOrder;
import futures.wire.ml.ModelChoice;
import futures.wire.ml.TrainOrder;
import futures.wire.ml.ValidationSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An order for a training with nothing left open, checked against its dataset. */
final class TrainPlan {
    private static final double USUAL_PROBABILITY = 0.55;
    private static final int MOST_SHUFFLES = 100;
    private static final int MOST_DAYS = 36_500;

    private final TrainOrder order;
    private final Dataset dataset;
    private final Task task;
    private final LearnerKind kind;

    private TrainPlan(TrainOrder order, Dataset dataset, Task task, LearnerKind kind) {
        this.order = order;
        this.dataset = dataset;
        this.task = task;
        this.kind = kind;
    }

    /** @throws Problem 422 naming what cannot be */
    static TrainPlan of(TrainOrder given, Dataset dataset) {
        Task task = dataset.classification() ? Task.CLASSIFICATION : Task.REGRESSION;
        ModelChoice choice = given.model();
        LearnerKind kind = kind(choice);
        ModelChoice model = complete(choice, kind, task);
        TrainOrder order = new TrainOrder(
                name(given, dataset.about().order(), kind),
                dataset.about().hash(),
                null,
                model,
                validation(given.validation(), dataset),
                threshold(given.threshold(), dataset),
                whole("shuffles", given.shuffles(), 5, 1, MOST_SHUFFLES),
                given.seed() == null ? 1L : given.seed(),
                given.expiresDays() == null ? null : whole("expires_days", given.expiresDays(), 0, 1, MOST_DAYS));
        TrainPlan plan = new TrainPlan(order, dataset, task, kind);
        plan.learner(model.parameters()); // refuses what cannot be learnt
        return plan;
    }

    /** What can be told without a dataset, so that a wrong order is refused at once. */
    static void check(TrainOrder order) {
        if ((order.dataset() == null) == (order.data() == null)) {
            throw wrong("dataset", order.dataset(), "give either 'dataset', a hash, or 'data'");
        }
        LearnerKind kind = kind(order.model());
        try {
            Map<String, Double> ignored = kind.completed(numbers(order.model().parameters()));
        } catch (IllegalArgumentException e) {
            throw wrong("model.parameters", order.model().parameters(), e.getMessage());
        }
    }

    private static LearnerKind kind(ModelChoice choice) {
        if (choice == null || choice.kind() == null) {
            throw wrong("model.kind", null, "say what is fitted; GET /api/ml/learners lists all");
        }
        try {
            return LearnerKind.of(choice.kind());
        } catch (IllegalArgumentException e) {
            throw wrong("model.kind", choice.kind(), e.getMessage());
        }
    }

    private static String name(TrainOrder given, DatasetOrder data, LearnerKind kind) {
        String name = given.name() == null || given.name().isBlank()
                ? data.symbol() + "-" + data.timeframe() + "-" + kind.key()
                : given.name();
        return plain(name);
    }

    /** A name as ids have it. */
    static String plain(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (plain.isEmpty() || plain.length() > 80) {
            throw wrong("name", name, "must have 1 to 80 letters, digits and hyphens");
        }
        return plain;
    }

    private static ModelChoice complete(ModelChoice choice, LearnerKind kind, Task task) {
        boolean classes = task == Task.CLASSIFICATION;
        ModelChoice.Search search = choice.search();
        if (search != null) {
            search = ParameterSearch.complete(search, kind);
        }
        return new ModelChoice(
                kind.key(),
                choice.parameters() == null ? Map.of() : choice.parameters(),
                choice.scale() == null ? kind.linear() : choice.scale(),
                word("model.impute", choice.impute(), "median", "none"),
                choice.select() == null ? null : whole("model.select", choice.select(), 0, 1, 10_000),
                word("model.class_weights", choice.classWeights(), "none", "balanced"),
                classes
                        ? word("model.calibration", choice.calibration(), "none", "platt", "isotonic")
                        : only("model.calibration", choice.calibration()),
                search);
    }

    private static String only(String field, String given) {
        if (given != null && !given.equals("none")) {
            throw wrong(field, given, "only probabilities can be calibrated, and the label is a return");
        }
        return "none";
    }

    private static ValidationSpec validation(ValidationSpec given, Dataset dataset) {
        ValidationSpec spec = given == null ? new ValidationSpec(null, null, null, null, null, null, null) : given;
        int bars = dataset.series().size();
        return new ValidationSpec(
                word("validation.kind", spec.kind(), "purged_kfold", "walk_forward", "cpcv"),
                whole("validation.folds", spec.folds(), 5, 2, 50),
                whole(
                        "validation.embargo",
                        spec.embargo(),
                        dataset.about().order().label().bars(),
                        0,
                        1_000_000),
                whole("validation.tested", spec.tested(), 2, 1, 10),
                whole("validation.train", spec.train(), Math.max(1, bars / 2), 1, Integer.MAX_VALUE),
                whole("validation.test", spec.test(), Math.max(1, bars / 10), 1, Integer.MAX_VALUE),
                spec.anchored() != null && spec.anchored());
    }

    static double threshold(Double given, Dataset dataset) {
        if (given == null) {
            return dataset.classification()
                    ? USUAL_PROBABILITY
                    : dataset.about().costs();
        }
        double least = dataset.classification() ? 0.5 : 0;
        if (!(given >= least && given <= 1)) {
            throw wrong("threshold", given, "must be a number from " + least + " to 1");
        }
        return given;
    }

    TrainOrder order() {
        return order;
    }

    Dataset dataset() {
        return dataset;
    }

    Task task() {
        return task;
    }

    LearnerKind kind() {
        return kind;
    }

    long seed() {
        return order.seed();
    }

    /** Parameters of the order that a search does not choose. */
    Map<String, Object> parameters() {
        return order.model().parameters();
    }

    Learner learner(Map<String, Object> parameters) {
        ModelChoice choice = order.model();
        try {
            return kind.learner(
                    task,
                    numbers(parameters),
                    new Preparation(
                            choice.impute().equals("median"),
                            choice.scale(),
                            choice.select() == null ? 0 : choice.select()),
                    choice.classWeights().equals("balanced"));
        } catch (IllegalArgumentException e) {
            throw wrong("model", choice.kind(), e.getMessage());
        }
    }

    static Map<String, Double> numbers(Map<String, Object> parameters) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        if (parameters != null) {
            parameters.forEach((name, value) -> {
                if (!(value instanceof Number number)) {
                    throw new IllegalArgumentException("'" + name + "' must be a number, found " + value);
                }
                numbers.put(name, number.doubleValue());
            });
        }
        return numbers;
    }

    private static String word(String field, String given, String... allowed) {
        if (given == null) {
            return allowed[0];
        }
        if (!List.of(allowed).contains(given)) {
            throw wrong(field, given, "must be one of " + String.join(", ", allowed));
        }
        return given;
    }

    private static int whole(String field, Integer given, int standIn, int least, int most) {
        if (given == null) {
            return standIn;
        }
        if (given < least || given > most) {
            throw wrong(field, given, "must be a whole number from " + least + " to " + most);
        }
        return given;
    }

    static Problem wrong(String field, Object value, String message) {
        return Problem.unprocessable("The training cannot be carried out: '" + field + "': " + message + ".")
                .field(field, value, message);
    }
}
