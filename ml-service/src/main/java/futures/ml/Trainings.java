package futures.ml;

import futures.kit.bus.Bus;
import futures.kit.http.Problem;
import futures.kit.job.Job;
import futures.kit.job.JobHandle;
import futures.kit.job.JobRunner;
import futures.kit.job.JobState;
import futures.kit.job.JobStatus;
import futures.ml.bars.SeriesSource;
import futures.ml.dataset.Dataset;
import futures.ml.dataset.DatasetKeeper;
import futures.ml.dataset.Datasets;
import futures.ml.registry.ModelStore;
import futures.ml.registry.TrainingStore;
import futures.ml.train.Trained;
import futures.ml.train.Training;
import futures.wire.Channels;
import futures.wire.ml.TrainOrder;
import futures.wire.ml.TrainingState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Trainings as jobs that go on after a restart. */
final class Trainings {
    private static final int MOST_ATTEMPTS = 3;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final TrainingStore store;
    private final ModelStore models;
    private final DatasetKeeper keeper;
    private final Datasets datasets;
    private final SeriesSource source;
    private final JobRunner runner;
    private final Bus bus;
    private final Clock clock;
    private final AtomicInteger number = new AtomicInteger();
    private volatile boolean closing;

    Trainings(
            TrainingStore store,
            ModelStore models,
            DatasetKeeper keeper,
            Datasets datasets,
            SeriesSource source,
            JobRunner runner,
            Bus bus,
            Clock clock) {
        this.store = store;
        this.models = models;
        this.keeper = keeper;
        this.datasets = datasets;
        this.source = source;
        this.runner = runner;
        this.bus = bus;
        this.clock = clock;
    }

    /** @throws Problem for an order that cannot be right, 429 when too many jobs wait */
    Job submit(TrainOrder order) {
        Training.check(order);
        if (order.dataset() != null) {
            var ignored = keeper.about(order.dataset());
        }
        String id = "t-" + STAMP.format(clock.instant()) + "-" + number.incrementAndGet();
        store.add(id, order);
        try {
            return queue(id, order);
        } catch (Problem tooMany) {
            store.remove(id);
            throw tooMany;
        }
    }

    private Job queue(String id, TrainOrder order) {
        return runner.submit(id, "training", this::follow, handle -> {
            store.begin(id);
            String model = run(id, order, handle);
            return Map.of("model", model, "href", "/api/ml/models/" + model);
        });
    }

    private void follow(JobStatus status) {
        boolean stoppedByUs = closing && status.state() == JobState.CANCELLED;
        if (status.state().isFinal() && status.state() != JobState.DONE && !stoppedByUs) {
            store.end(status.id(), status.state(), status.message());
        }
    }

    private String run(String id, TrainOrder order, JobHandle handle) {
        handle.href("/api/ml/trainings/" + id);
        handle.progress(0, "making the dataset");
        Instant begun = clock.instant();
        Dataset dataset = order.dataset() == null ? keeper.make(order.data()) : keeper.get(order.dataset());
        int before =
                store.tries(dataset.about().labelHash(), dataset.about().order().symbol());
        Training training = new Training(
                order,
                dataset,
                datasets,
                source,
                handle,
                store.folds(id, dataset.about().hash()));
        Trained trained = training.run(before);
        handle.progress(0.999, "registering");
        String model = models.register(id, trained, begun);
        handle.href("/api/ml/models/" + model);
        bus.publish(
                Channels.ML_MODELS,
                "model_trained",
                "/api/ml/models/" + model,
                Map.of("model", model, "evidence", trained.report().verdict().evidence()));
        return model;
    }

    /** After a start: those that had not ended go on, unless they keep taking the service down. */
    void resumeAll() {
        for (TrainingStore.Unfinished left : store.unfinished()) {
            if (left.attempts() >= MOST_ATTEMPTS) {
                store.end(
                        left.id(),
                        JobState.FAILED,
                        "the service ended " + left.attempts() + " times during it; not tried again");
                continue;
            }
            try {
                Job ignored = queue(left.id(), left.order());
            } catch (Problem tooMany) {
                store.end(left.id(), JobState.FAILED, tooMany.getMessage());
            }
        }
    }

    /** From now on a job that is stopped is one to go on, not one that was cancelled. */
    void closing() {
        closing = true;
    }

    /** As it is now, from its job while there is one. */
    TrainingState state(String id) {
        TrainingState stored = store.find(id)
                .orElseThrow(
                        () -> Problem.notFound("There is no training '" + id + "'; GET /api/ml/trainings lists them."));
        return live(stored);
    }

    private TrainingState live(TrainingState stored) {
        JobStatus job = runner.find(stored.id()).map(Job::status).orElse(null);
        if (job == null || !List.of("queued", "running").contains(stored.state())) {
            return stored;
        }
        return new TrainingState(
                stored.id(),
                stored.state(),
                job.progress(),
                job.message(),
                stored.name(),
                stored.createdAt(),
                stored.startedAt(),
                stored.endedAt(),
                stored.model(),
                stored.order());
    }

    List<TrainingState> newest(int limit) {
        return store.newest(limit).stream().map(this::live).toList();
    }

    /** @throws Problem 409 when it has ended */
    TrainingState cancel(String id) {
        TrainingState state = state(id);
        if (!runner.cancel(id)) {
            throw Problem.conflict("The training has already ended: " + state.state() + ".");
        }
        return state(id);
    }
}
