package futures.risk;

import futures.kit.Service;
import futures.kit.ServiceContext;
import futures.kit.ServiceProcess;
import futures.kit.http.Routes;
import futures.risk.measure.MeasureRoutes;
import java.util.Map;

/** Keeps the latest figures of backtests and portfolios as it hears of them; its health shows them. */
public final class RiskService implements Service {
    private final Listener listener;
    private final MeasureRoutes measures;

    /** Listens from now on. */
    public RiskService(ServiceContext context) {
        this.listener = new Listener(context);
        this.measures = new MeasureRoutes(context);
    }

    /** Runs the service as a process of its own. */
    public static void main(String[] args) {
        ServiceProcess.run("risk", args, RiskService::new);
    }

    @Override
    public void routes(Routes routes) {
        measures.declare(routes);
    }

    @Override
    public Map<String, Object> details() {
        return listener.details();
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
