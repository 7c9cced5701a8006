package futures.kit;

import futures.kit.bus.Bus;
import futures.kit.bus.RedisBus;
import futures.kit.config.Settings;
import futures.kit.http.HttpServer;
import futures.kit.http.Routes;
import futures.kit.sql.Database;
import futures.kit.text.Version;
import io.javalin.http.Context;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** A service with its port, its bus and its stores, in this process; a test may run several. */
public final class RunningService implements AutoCloseable {
    private final String name;
    private final Settings settings;
    private final Clock clock;
    private final long startedMillis;
    private final AtomicBoolean jvmMeasured = new AtomicBoolean();
    private final Bus bus;
    private final ServiceContext context;
    private final Service service;
    private final HttpServer http;

    private RunningService(String name, Settings settings, Clock clock, ServiceFactory factory) throws Exception {
        this.name = name;
        this.settings = settings;
        this.clock = clock;
        this.startedMillis = clock.millis();
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        this.bus = new RedisBus(redis(settings), name, clock);
        this.context = new ServiceContext(name, settings, bus, clock, metrics);
        Service created = null;
        try {
            created = factory.create(context);
            Routes routes = new Routes();
            routes.get("/health")
                    .summary("Whether the service works")
                    .answers(Health.class)
                    .handle(request -> health(request.context()));
            routes.get("/metrics")
                    .summary("Measurements for Prometheus")
                    .answersWith("text/plain")
                    .handle(request -> {
                        measureJvm(metrics);
                        request.context()
                                .contentType("text/plain; version=0.0.4; charset=utf-8")
                                .result(metrics.scrape());
                        return null;
                    });
            created.routes(routes);
            this.service = created;
            this.http = HttpServer.start(name, settings, settings.port(name), metrics, routes);
        } catch (Exception e) {
            if (created != null) {
                created.close();
            }
            closeStores();
            throw e;
        }
        service.started();
    }

    /**
     * Starts a service; returns when its port is open.
     *
     * @param name the settings key {@code ports.<name>} says where it listens, 0 for any free port
     * @throws Exception whatever keeps it from starting; nothing stays open then
     */
    public static RunningService start(String name, Settings settings, Clock clock, ServiceFactory factory)
            throws Exception {
        return new RunningService(name, settings, clock, factory);
    }

    private static URI redis(Settings settings) {
        String url = settings.text("redis.url");
        return URI.create(url.isEmpty() ? "redis://127.0.0.1:" + settings.port("redis") : url);
    }

    /** Begun when somebody first asks for metrics: it needs JMX, which would lengthen every start. */
    private void measureJvm(PrometheusMeterRegistry metrics) {
        if (jvmMeasured.compareAndSet(false, true)) {
            new JvmMemoryMetrics().bindTo(metrics);
            new JvmThreadMetrics().bindTo(metrics);
            new ProcessorMetrics().bindTo(metrics);
            new UptimeMetrics().bindTo(metrics);
        }
    }

    private Health health(Context http) {
        List<String> problems = new ArrayList<>();
        Health.State state = Health.State.HEALTHY;
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("redis_connected", bus.connected());
        if (!bus.connected()) {
            state = Health.State.DEGRADED;
            problems.add("Redis is away; notices are kept until it is back");
            details.put("notices_waiting", bus.waiting());
        }
        for (Database database : context.databases()) {
            String integrity = database.integrity().orElse("checking");
            details.put("integrity_" + database.file().getFileName(), integrity);
            if (!integrity.equals("ok") && !integrity.equals("checking")) {
                state = Health.State.UNHEALTHY;
                problems.add(database.file() + " is damaged: " + integrity + "; restore a backup");
            }
        }
        try {
            details.putAll(service.details());
        } catch (RuntimeException e) {
            state = Health.State.UNHEALTHY;
            problems.add(String.valueOf(e.getMessage()));
        }
        details.put("problems", problems);
        http.status(state == Health.State.UNHEALTHY ? 503 : 200);
        long uptime = (clock.millis() - startedMillis) / 1000;
        return new Health(state, name, Version.product(), uptime, clock.instant(), details);
    }

    public int port() {
        return http.port();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + http.port());
    }

    /** What the service says that pages ask first. */
    public List<String> firstAsked() {
        return service.firstAsked();
    }

    public Bus bus() {
        return bus;
    }

    public Settings settings() {
        return settings;
    }

    /** Finishes requests, then closes everything. */
    @Override
    public void close() {
        http.close();
        service.close();
        closeStores();
    }

    private void closeStores() {
        bus.close();
        context.databases().forEach(Database::close);
    }
}
