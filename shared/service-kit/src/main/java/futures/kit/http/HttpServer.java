package futures.kit.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import futures.kit.config.Settings;
import futures.kit.json.Json;
import futures.kit.text.NearNames;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.sse.SseClient;
import io.javalin.json.JavalinJackson;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves declared routes: checks who asks, answers problems as bodies, logs and measures every request. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("http");
    private static final String STARTED = "started-nanos";
    private static final long STOP_MILLIS = 5_000;
    /** How long a stop waits for connections on which nothing moves; Jetty waits a second. */
    private static final long IDLE_AT_STOP_MILLIS = 200;

    private final Settings settings;
    private final MeterRegistry metrics;
    private final Gatekeeper gatekeeper;
    private final List<Route> routes;
    private final Set<SseClient> streams = ConcurrentHashMap.newKeySet();
    private final Javalin javalin;
    private volatile boolean stopping;

    /**
     * Listens at once.
     *
     * @param name for titles and metrics, e.g. {@code data}
     * @param port 0 for any free one
     * @throws Problem never; a port that is taken throws what the HTTP library throws
     */
    public static HttpServer start(String name, Settings settings, int port, MeterRegistry metrics, Routes routes) {
        return new HttpServer(name, settings, port, metrics, routes);
    }

    private HttpServer(String name, Settings settings, int port, MeterRegistry metrics, Routes declared) {
        this.settings = settings;
        this.metrics = metrics;
        this.gatekeeper = new Gatekeeper(settings);
        this.routes = List.copyOf(declared.all());
        ObjectNode document = OpenApi.document(name, routes);
        this.javalin = Javalin.create(config -> configure(config, document));
        javalin.start(settings.text("bind"), port);
        for (Connector connector : javalin.jettyServer().server().getConnectors()) {
            if (connector instanceof AbstractConnector ours) {
                ours.setShutdownIdleTimeout(IDLE_AT_STOP_MILLIS);
            }
        }
    }

    private void configure(JavalinConfig config, ObjectNode document) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = settings.integer("limits.request_mb") * 1_048_576L;
        config.http.prefer405over404 = true;
        config.http.asyncTimeout = 0;
        config.jetty.threadPool = new QueuedThreadPool(64, 4, 30_000);
        config.jetty.modifyServer(server -> {
            server.insertHandler(new GracefulHandler());
            server.setErrorHandler(new UnreadableRequests());
            server.setStopTimeout(STOP_MILLIS);
        });
        config.jsonMapper(new JavalinJackson(Json.mapper(), false));
        config.routes.before(this::begin);
        config.routes.after(context -> context.header("X-Content-Type-Options", "nosniff"));
        config.requestLogger.http((context, millis) -> end(context));
        for (Route route : routes) {
            config.routes.addEndpoint(new Endpoint(route.method, route.path, handler(route)));
        }
        config.routes.get("/openapi", context -> context.json(document));
        ApiBrowser.mount(config.routes);
        config.routes.exception(Problem.class, this::write);
        config.routes.exception(HttpResponseException.class, (e, context) -> write(translate(e, context), context));
        config.routes.exception(Exception.class, this::unexpected);
    }

    private io.javalin.http.Handler handler(Route route) {
        if (route.events != null) {
            return context -> stream(route, context);
        }
        return context -> {
            Object answer = route.handler.handle(route.check(context));
            if (answer instanceof Answer given) {
                context.status(given.status());
                if (given.location() != null) {
                    context.header("Location", given.location());
                }
                if (given.body() != null) {
                    context.json(given.body());
                }
            } else if (answer != null) {
                context.json(answer);
            }
        };
    }

    /** Headers are not sent before the first event, so that a problem found on the way is still a problem body. */
    private void stream(Route route, Context context) {
        Request request = route.check(context);
        context.res().setContentType("text/event-stream");
        context.res().setCharacterEncoding("UTF-8");
        context.res().setHeader("Cache-Control", "no-cache");
        SseClient client = new SseClient(context);
        streams.removeIf(SseClient::terminated);
        streams.add(client);
        route.events.accept(request, client);
    }

    private void begin(Context context) {
        context.attribute(STARTED, System.nanoTime());
        gatekeeper.check(context);
        if (stopping) {
            throw Problem.unavailable("The service is stopping; try again in a few seconds.");
        }
        if (context.method().equals(HandlerType.OPTIONS)) {
            context.status(204).skipRemainingHandlers();
        }
    }

    private void end(Context context) {
        Long started = context.attribute(STARTED);
        if (started == null) {
            return;
        }
        long nanos = System.nanoTime() - started;
        String route = context.endpoints().lastHttpEndpoint() == null
                ? "none"
                : context.endpoints().lastHttpEndpoint().path;
        metrics.timer(
                        "http_server_requests",
                        "method",
                        context.method().name(),
                        "route",
                        route,
                        "status",
                        Integer.toString(context.statusCode()))
                .record(nanos, TimeUnit.NANOSECONDS);
        boolean chatter = route.equals("/health") || route.equals("/metrics");
        (chatter ? LOG.atDebug() : LOG.atInfo())
                .addKeyValue("method", context.method().name())
                .addKeyValue("path", context.path())
                .addKeyValue("status", context.statusCode())
                .addKeyValue("ms", Math.round(nanos / 1e5) / 10.0)
                .log("request");
    }

    private void write(Problem problem, Context context) {
        if (context.res().isCommitted()) {
            breakOff(problem, context);
            return;
        }
        context.status(problem.status());
        context.contentType("application/problem+json");
        // As bytes: text would go through the charset of the response, which for a type unknown to Jetty is ISO-8859-1.
        context.result(toJson(problem.body(context.path())));
    }

    /** Part of the answer is on its way: the client must not take it for the whole. */
    private static void breakOff(Problem problem, Context context) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getServletChannel()
                .abort(problem);
    }

    private Problem translate(HttpResponseException e, Context context) {
        return switch (e.getStatus()) {
            case 404 ->
                Problem.notFound("There is no " + context.method() + " " + context.path()
                        + NearNames.hint(
                                context.path(),
                                routes.stream().map(route -> route.path).toList())
                        + " See /docs for all routes.");
            case 405 -> new Problem(405, "Method not allowed", context.method() + " is not possible here; see /docs.");
            case 413 -> Problem.tooLarge("The body is larger than limits.request_mb allows.");
            default -> new Problem(e.getStatus(), "Refused", e.getMessage());
        };
    }

    /** A fault of ours: the log gets the cause, the caller a number to find it by. */
    private void unexpected(Exception e, Context context) {
        String id = UUID.randomUUID().toString();
        LOG.atError()
                .addKeyValue("method", context.method())
                .addKeyValue("path", context.path())
                .addKeyValue("error_id", id)
                .setCause(e)
                .log("request failed");
        write(
                new Problem(
                        500, "Internal error", "This is a fault of ours; the log has it under error_id " + id + "."),
                context);
    }

    private static byte[] toJson(Object body) {
        try {
            return Json.mapper().writeValueAsBytes(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return javalin.port();
    }

    /** Takes no new requests, ends event streams, waits up to five seconds for the other requests under way, then closes. */
    @Override
    public void close() {
        stopping = true;
        // Before the port closes: ended after it, a stream makes the HTTP library answer its own error for ever.
        streams.forEach(SseClient::close);
        javalin.stop();
    }
}
