package futures.launcher.web;

import futures.kit.FirstRequests;
import futures.kit.RunningService;
import futures.kit.config.Settings;
import futures.launcher.process.ChildStatus;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** The dashboard's HTTP side, running in the launcher's process. */
public final class Dashboard implements AutoCloseable {
    private final RunningService running;
    private final DashboardService service;

    private Dashboard(RunningService running, DashboardService service) {
        this.running = running;
        this.service = service;
    }

    /**
     * @param children how the children are at the moment of the call
     * @throws Exception when it cannot listen
     */
    public static Dashboard start(Settings settings, Supplier<List<ChildStatus>> children) throws Exception {
        DashboardService[] created = new DashboardService[1];
        RunningService running = RunningService.start("dashboard", settings, Clock.systemUTC(), context -> {
            created[0] = new DashboardService(context, children);
            return created[0];
        });
        return new Dashboard(running, created[0]);
    }

    /** Sees to it that the first page does not wait for what is loaded and made when it is first asked for. */
    public void askFirst() {
        FirstRequests.ask(running, running.firstAsked());
    }

    /** Tells pages and the bus that a child is not as it was. */
    public void changed(ChildStatus before, ChildStatus after) {
        service.changed(before, after);
    }

    @Override
    public void close() {
        running.close();
    }
}
