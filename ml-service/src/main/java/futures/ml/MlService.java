package futures.ml;

import futures.kit.Service;
import futures.kit.ServiceContext;
import futures.kit.ServiceProcess;
import futures.kit.bus.Bus;
import futures.kit.config.Settings;
import futures.kit.http.Routes;
import futures.kit.job.JobRunner;
import futures.kit.sql.Database;
import futures.ml.bars.KeptSeries;
import futures.ml.bars.SeriesSource;
import futures.ml.dataset.CostTerms;
import futures.ml.dataset.DatasetKeeper;
import futures.ml.dataset.DatasetStore;
import futures.ml.dataset.Datasets;
import futures.ml.dataset.FeaturePreview;
import futures.ml.feature.DroppedInKinds;
import futures.ml.feature.FeatureCatalogue;
import futures.ml.feature.FeatureColumns;
import futures.ml.model.NativeLibraries;
import futures.ml.registry.ModelStore;
import futures.ml.registry.TrainingStore;
import futures.ml.serve.Serving;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes features and datasets of stored bars, trains models on them, keeps these with all that they depend on, and says what they say. */
public final class MlService implements Service {
    private static final int MOST_SYMBOLS = 10_000;

    private static final long KEPT_COLUMN_BYTES = 256L << 20;
    private static final long KEPT_BARS = 3_000_000;
    /** One thread for all of them, so that the other services stay quick meanwhile. */
    private static final int TRAININGS_AT_ONCE = 1;

    private final DataChanges changes;
    private final DataListener listener;
    private final FeatureCatalogue catalogue;
    private final DatasetKeeper keeper;
    private final ModelStore models;
    private final Staleness staleness;
    private final JobRunner runner;
    private final Trainings trainings;
    private final Serving serving;
    private final ImportRoutes imports;
    private final FeaturePreview preview;
    private final Bus bus;

    /** Reads what was kept, and listens from now on. */
    public MlService(ServiceContext context) {
        NativeLibraries.unpackInto(context.settings().path("directories.data").resolve("native"));
        this.bus = context.bus();
        this.changes = new DataChanges(
                context.settings().path("directories.models").resolve("data-changes.json"), MOST_SYMBOLS);
        this.listener = new DataListener(context, changes);
        this.catalogue = new FeatureCatalogue(
                DroppedInKinds.of(context.settings().path("directories.models").resolve("features")));
        Database database = context.database("models.db", "db/ml");
        SeriesSource source = new KeptSeries(context.client("data"), KEPT_BARS);
        Datasets datasets =
                new Datasets(source, catalogue, new FeatureColumns(KEPT_COLUMN_BYTES), costs(context.settings()));
        this.preview = new FeaturePreview(datasets, source);
        this.keeper = new DatasetKeeper(datasets, new DatasetStore(database, context.clock()));
        this.models = new ModelStore(database, context.clock());
        this.staleness = new Staleness(changes, catalogue, context.clock());
        this.runner = new JobRunner(
                "ml",
                TRAININGS_AT_ONCE,
                context.settings().integer("limits.queued_jobs"),
                Duration.ofMinutes(context.settings().integer("limits.job_minutes")),
                context.clock());
        TrainingStore trainingStore = new TrainingStore(database, context.clock());
        this.imports = new ImportRoutes(models, trainingStore, keeper, datasets, source, context.clock());
        this.trainings =
                new Trainings(trainingStore, models, keeper, datasets, source, runner, context.bus(), context.clock());
        this.serving = new Serving(models, datasets, source, staleness::judged, context.clock());
    }

    private static CostTerms costs(Settings settings) {
        return new CostTerms(
                settings.decimal("defaults.commission").doubleValue(), settings.integer("defaults.slippage_ticks"));
    }

    /** Runs the service as a process of its own. */
    public static void main(String[] args) {
        ServiceProcess.run("ml", args, MlService::new);
    }

    @Override
    public void routes(Routes routes) {
        new FeatureRoutes(catalogue, preview).declare(routes);
        new DatasetRoutes(keeper).declare(routes);
        new TrainRoutes(trainings, runner).declare(routes);
        new ModelRoutes(models, staleness, changes, trainings, bus).declare(routes);
        new ServeRoutes(serving).declare(routes);
        imports.declare(routes);
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("models", models.count());
        details.put("database_records", models.count());
        details.put("jobs_running", runner.running());
        details.put("jobs_waiting", runner.waiting());
        details.put("notices_heard", listener.heard());
        details.put("symbols_known", changes.all().size());
        details.put("data_changed_at", changes.latest().orElse(null));
        details.put("catching_up", listener.catchingUp());
        return details;
    }

    @Override
    public void started() {
        listener.catchUp();
        trainings.resumeAll();
    }

    @Override
    public void close() {
        trainings.closing();
        runner.close();
        listener.close();
    }
}
