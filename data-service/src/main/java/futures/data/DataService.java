package futures.data;

import futures.data.api.BackupRoutes;
import futures.data.api.BarRoutes;
import futures.data.api.CalendarRoutes;
import futures.data.api.ChainRoutes;
import futures.data.api.ContractRoutes;
import futures.data.api.ImportRoutes;
import futures.data.api.QualityRoutes;
import futures.data.api.RateRoutes;
import futures.data.api.RepairRoutes;
import futures.data.api.RollRoutes;
import futures.data.api.SampleRoutes;
import futures.data.api.Store;
import futures.data.api.StoreRoutes;
import futures.data.contract.Contracts;
import futures.data.contract.ContractsFile;
import futures.data.rate.Rates;
import futures.kit.Service;
import futures.kit.ServiceContext;
import futures.kit.ServiceProcess;
import futures.kit.http.Routes;
import futures.kit.job.JobRunner;
import futures.kit.sql.Database;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Owns {@code futures.db}: bars, contract specs and currency rates. Everybody else asks it. */
public final class DataService implements Service {
    private static final String MIGRATIONS = "db/data";

    private final Store store;
    private final Rates rates;
    private final StoreRoutes storeRoutes;
    private final BackupRoutes backupRoutes;
    private final ImportRoutes importRoutes;
    private final JobRunner jobs;

    public DataService(ServiceContext context) throws IOException {
        Database database = context.database("futures.db", MIGRATIONS);
        Contracts contracts = new Contracts(database, context.clock());
        contracts.fillIfEmpty(ContractsFile.load(context.settings().home()));
        store = new Store(database, contracts, context.bus(), context.clock());
        rates = new Rates(database, context.clock());
        // One import at a time: SQLite has one writer, and a second one would only wait for the first.
        jobs = new JobRunner(
                "import",
                1,
                context.settings().integer("limits.queued_jobs"),
                Duration.ofMinutes(context.settings().integer("limits.job_minutes")),
                context.clock());
        storeRoutes = new StoreRoutes(store);
        importRoutes = new ImportRoutes(store, context.settings(), jobs);
        backupRoutes = new BackupRoutes(store, MIGRATIONS);
        importRoutes.clean();
        backupRoutes.clean();
    }

    public static void main(String[] args) {
        ServiceProcess.run("data", args, DataService::new);
    }

    @Override
    public void routes(Routes routes) {
        // Before the bars: a list of imports is no symbol.
        importRoutes.mount(routes);
        new BarRoutes(store).mount(routes);
        new QualityRoutes(store).mount(routes);
        new RepairRoutes(store).mount(routes);
        new SampleRoutes(store).mount(routes);
        new CalendarRoutes(store).mount(routes);
        new ChainRoutes(store).mount(routes);
        new RollRoutes(store).mount(routes);
        new ContractRoutes(store).mount(routes);
        new RateRoutes(store, rates).mount(routes);
        storeRoutes.mount(routes);
        backupRoutes.mount(routes);
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("database_records", storeRoutes.records());
        details.put("contracts", store.contracts().all().size());
        details.put("imports_running", jobs.running());
        details.put("imports_waiting", jobs.waiting());
        return details;
    }

    /** The list of what there is, and the newest bars of the longest series as a chart wants them. */
    @Override
    public List<String> firstAsked() {
        return storeRoutes
                .longest()
                .map(series -> List.of("/api/data", series + "&limit=700"))
                .orElse(List.of("/api/data"));
    }

    @Override
    public void close() {
        importRoutes.stopping();
        jobs.close();
    }
}
