package futures.risk;

import futures.kit.Service;
import futures.kit.ServiceContext;
import futures.kit.ServiceProcess;
import futures.kit.http.Routes;
import java.util.Map;

/** Keeps the latest figures of backtests and portfolios as it hears of them; its health shows them. */
public final class RiskService implements Service {
    private final Listener listener;

    /** Listens from now on. */
    public RiskService(ServiceContext context) {
        this.listener = new Listener(context);
    }

    /** Runs the service as a process of its own. */
    public static void main(String[] args) {
        ServiceProcess.run("risk", args, RiskService::new);
    }

    /** Health, metrics and the API document are the kit's; routes of its own come with the limits. */
    @Override
    public void routes(Routes routes) {}

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
