package futures.ml;

import futures.kit.Service;
import futures.kit.ServiceContext;
import futures.kit.ServiceProcess;
import futures.kit.http.Routes;
import futures.wire.ml.ModelStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what will tell a stale model: when each symbol's data changed last. It trains no models yet. */
public final class MlService implements Service {
    private static final int MOST_SYMBOLS = 10_000;

    private final DataChanges changes;
    private final DataListener listener;

    /** Reads what was kept, and listens from now on. */
    public MlService(ServiceContext context) {
        this.changes = new DataChanges(
                context.settings().path("directories.models").resolve("data-changes.json"), MOST_SYMBOLS);
        this.listener = new DataListener(context, changes);
    }

    /** Runs the service as a process of its own. */
    public static void main(String[] args) {
        ServiceProcess.run("ml", args, MlService::new);
    }

    @Override
    public void routes(Routes routes) {
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
