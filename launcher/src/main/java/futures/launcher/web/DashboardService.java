package futures.launcher.web;

import futures.kit.Service;
import futures.kit.ServiceContext;
import futures.kit.bus.Notice;
import futures.kit.config.Settings;
import futures.kit.http.Routes;
import futures.kit.text.Version;
import futures.launcher.process.ChildStatus;
import futures.launcher.web.SystemState.ServiceState;
import futures.wire.Channels;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The page, the facts about processes, and a stream of what happens. Says on {@code system:health} whenever a child's
 * state changes, and passes the notices of all services on to the pages that are open.
 */
final class DashboardService implements Service {
    private static final List<String> SHOWN = List.of(
            Channels.DATA_UPDATES,
            Channels.BACKTEST_PROGRESS,
            Channels.BACKTEST_RESULTS,
            Channels.PORTFOLIO_TRADES,
            Channels.RISK_ALERTS,
            Channels.ML_MODELS,
            Channels.SYSTEM_HEALTH);

    private final ServiceContext context;
    private final Supplier<List<ChildStatus>> children;
    private final LiveEvents events = new LiveEvents();
    private final Instant startedAt =
            ProcessHandle.current().info().startInstant().orElse(null);
    private final AtomicLong barsRequests = new AtomicLong();

    DashboardService(ServiceContext context, Supplier<List<ChildStatus>> children) {
        this.context = context;
        this.children = children;
        SHOWN.forEach(channel -> context.bus().subscribe(channel, this::heard));
        context.bus().subscribe(Channels.DATA_REQUESTS, (channel, notice) -> barsRequests.incrementAndGet());
        context.bus().onReconnect(() -> events.send("system", state()));
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/api/system")
                .summary("The processes of this installation")
                .answers(SystemState.class)
                .handle(request -> state());
        routes.get("/events")
                .summary("What happens, as it happens")
                .description("Server-sent events: `system` carries the body of /api/system whenever a process changes,"
                        + " `notice` a message of the bus with its channel.")
                .events((request, client) -> events.add(client, "system", state()));
        WebFiles.mount(routes);
    }

    private void heard(String channel, Notice notice) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("channel", channel);
        event.put("notice", notice);
        events.send("notice", event);
    }

    void changed(ChildStatus before, ChildStatus after) {
        if (before.state() != after.state()) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("service", after.name());
            facts.put("from", before.state().text());
            facts.put("to", after.state().text());
            facts.put("reason", after.reason());
            String href = after.address().startsWith("http") ? after.address() + "/health" : null;
            context.bus().publish(Channels.SYSTEM_HEALTH, "health_changed", href, facts);
            events.send("system", state());
        }
    }

    private SystemState state() {
        Settings settings = context.settings();
        String given = settings.text("redis.url");
        long pid = ProcessHandle.current().pid();
        return new SystemState(
                Version.product(),
                settings.home().toString(),
                context.clock().instant(),
                startedAt,
                pid,
                ResidentMemory.megabytes(pid),
                given.isEmpty() ? "redis://127.0.0.1:" + settings.port("redis") : withoutPassword(given),
                !given.isEmpty(),
                barsRequests.get(),
                children.get().stream().map(DashboardService::state).toList());
    }

    private static String withoutPassword(String url) {
        return url.replaceFirst("//[^@/]*@", "//");
    }

    private static ServiceState state(ChildStatus child) {
        return new ServiceState(
                child.name(),
                child.address(),
                child.state().text(),
                child.reason(),
                child.pid() == 0 ? null : child.pid(),
                child.startedAt(),
                child.restarts(),
                ResidentMemory.megabytes(child.pid()),
                child.healthBody().isEmpty() ? null : child.healthBody());
    }

    @Override
    public List<String> firstAsked() {
        return List.of("/", "/api/system", "/lib/echarts.js");
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        children.get().forEach(child -> details.put(child.name(), child.state().text()));
        return details;
    }

    @Override
    public void close() {
        events.close();
    }
}
