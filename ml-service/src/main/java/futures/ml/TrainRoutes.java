package futures.ml;

import futures.kit.http.Answer;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Routes;
import futures.kit.job.Job;
import futures.kit.job.JobRoutes;
import futures.kit.job.JobRunner;
import futures.ml.model.LearnerKind;
import futures.wire.ml.LearnerList;
import futures.wire.ml.TrainOrder;
import futures.wire.ml.TrainingList;
import futures.wire.ml.TrainingState;
import java.util.Arrays;

/** Trainings: begun, watched, cancelled. */
final class TrainRoutes {
    private static final String PATH = "/api/ml/trainings";
    private static final int MOST_LISTED = 500;

    private final Trainings trainings;
    private final JobRunner runner;

    TrainRoutes(Trainings trainings, JobRunner runner) {
        this.trainings = trainings;
        this.runner = runner;
    }

    void declare(Routes routes) {
        declare(routes, "classification", "whose label is a class");
        declare(routes, "regression", "whose label is a return");
        routes.get("/api/ml/learners")
                .summary("What can be fitted, with its parameters")
                .answers(LearnerList.class)
                .handle(request -> new LearnerList(Arrays.stream(LearnerKind.values())
                        .map(TrainRoutes::describe)
                        .toList()));
        routes.get(PATH)
                .summary("Trainings, the newest first")
                .query("limit", Param.integer(1, MOST_LISTED).orElse(50), "at most so many")
                .answers(TrainingList.class)
                .handle(request -> new TrainingList(trainings.newest(request.integer("limit"))));
        routes.get(PATH + "/{id}")
                .summary("State and progress of a training")
                .path("id", "as the request that began it answered")
                .answers(TrainingState.class)
                .handle(request -> trainings.state(request.path("id")));
        JobRoutes.mountEvents(routes, PATH, runner);
        routes.delete(PATH + "/{id}")
                .summary("Cancel a training")
                .path("id", "as the request that began it answered")
                .answers(202, TrainingState.class)
                .handle(request ->
                        Answer.accepted(PATH + "/" + request.path("id"), trainings.cancel(request.path("id"))));
    }

    private void declare(Routes routes, String task, String words) {
        routes.post("/api/ml/train/" + task)
                .summary("Train a model on a dataset " + words)
                .description(
                        "A job: it cross-validates by purged folds, compares with forecasts that know nothing, runs fourteen tests for"
                                + " leakage, says in words whether there is evidence of skill, fits on all rows and registers the model as a candidate."
                                + " It goes on after a restart of the service.")
                .body(TrainOrder.class)
                .answers(202, TrainingState.class)
                .handle(request -> {
                    TrainOrder order = request.body(TrainOrder.class);
                    boolean regression = order.data() != null
                            && order.data().label() != null
                            && "return".equals(order.data().label().kind());
                    if (order.data() != null && regression != task.equals("regression")) {
                        throw Problem.unprocessable("A label of the kind '"
                                        + (order.data().label() == null
                                                ? null
                                                : order.data().label().kind()) + "' is learnt by POST /api/ml/train/"
                                        + (regression ? "regression" : "classification") + ".")
                                .field("data.label.kind", null, "another task");
                    }
                    Job job = trainings.submit(order);
                    return Answer.accepted(PATH + "/" + job.id(), trainings.state(job.id()));
                });
    }

    private static LearnerList.Learner describe(LearnerKind kind) {
        return new LearnerList.Learner(
                kind.key(),
                kind.about(),
                kind.tasks().stream().map(task -> task.key()).toList(),
                kind.parameters().stream()
                        .map(parameter -> new LearnerList.Parameter(
                                parameter.name(),
                                parameter.standard(),
                                parameter.least(),
                                parameter.most(),
                                parameter.whole(),
                                parameter.about()))
                        .toList());
    }
}
