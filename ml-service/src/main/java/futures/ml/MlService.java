package futures.ml;

import futures.kit.Service;
import futures.kit.ServiceContext;
import futures.kit.ServiceProcess;
import futures.kit.config.Settings;
import futures.kit.http.Routes;
import futures.kit.sql.Database;
import futures.ml.bars.KeptSeries;
import futures.ml.bars.SeriesClient;
import futures.ml.dataset.CostTerms;
import futures.ml.dataset.DatasetKeeper;
import futures.ml.dataset.DatasetStore;
import futures.ml.dataset.Datasets;
import futures.ml.feature.DroppedInKinds;
import futures.ml.feature.FeatureCatalogue;
import futures.ml.feature.FeatureColumns;
import futures.ml.model.NativeLibraries;
import futures.wire.ml.ModelStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes features and datasets of stored bars, and keeps when each symbol's data changed last. */
public final class MlService implements Service {
    private static final int MOST_SYMBOLS = 10_000;

    private static final long KEPT_COLUMN_BYTES = 256L << 20;
    private static final long KEPT_BARS = 3_000_000;

    private final DataChanges changes;
    private final DataListener listener;
    private final FeatureCatalogue catalogue;
    private final DatasetKeeper datasets;

    /** Reads what was kept, and listens from now on. */
    public MlService(ServiceContext context) {
        NativeLibraries.unpackInto(context.settings().path("directories.data").resolve("native"));
        this.changes = new DataChanges(
                context.settings().path("directories.models").resolve("data-changes.json"), MOST_SYMBOLS);
        this.listener = new DataListener(context, changes);
        this.catalogue = new FeatureCatalogue(
                DroppedInKinds.of(context.settings().path("directories.models").resolve("features")));
        Database database = context.database("models.db", "db/ml");
        this.datasets = new DatasetKeeper(
                new Datasets(
                        new KeptSeries(new SeriesClient(context.client("data")), KEPT_BARS),
                        catalogue,
                        new FeatureColumns(KEPT_COLUMN_BYTES),
                        costs(context.settings())),
                new DatasetStore(database, context.clock()));
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
        new FeatureRoutes(catalogue).declare(routes);
        new DatasetRoutes(datasets).declare(routes);
        routes.get("/api/ml/model/status")
                .summary("Models, and when the data that they depend on changed last")
                .answers(ModelStatus.class)
                .handle(request -> new ModelStatus(List.of(), changes.all()));
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("models", 0);
        details.put("notices_heard", listener.heard());
        details.put("symbols_known", changes.all().size());
        details.put("data_changed_at", changes.latest().orElse(null));
        details.put("catching_up", listener.catchingUp());
        return details;
    }

    @Override
    public void started() {
        listener.catchUp();
    }

    @Override
    public void close() {
        listener.close();
    }
}
