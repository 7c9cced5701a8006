package futures.kit.http;

import futures.kit.text.NearNames;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.sse.SseClient;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** One route: its method and path, what it takes, what it gives, and who answers. */
public final class Route {
    record Query(Param param, String help) {}

    final HandlerType method;
    final String path;
    final Map<String, String> pathHelp = new LinkedHashMap<>();
    final Map<String, Query> queries = new LinkedHashMap<>();
    String summary = "";
    String description = "";
    Type bodyType;
    String bodyMedia;
    Type answerType;
    int answerStatus = 200;
    String answerMedia = "application/json";
    boolean freeQueries;
    Handler handler;
    BiConsumer<Request, SseClient> events;

    Route(HandlerType method, String path) {
        this.method = method;
        this.path = path;
    }

    /** One line for the list of routes. */
    public Route summary(String text) {
        summary = text;
        return this;
    }

    /** As long as needed; Markdown. */
    public Route description(String text) {
        description = text;
        return this;
    }

    public Route path(String name, String help) {
        pathHelp.put(name, help);
        return this;
    }

    public Route query(String name, Param param, String help) {
        queries.put(name, new Query(param, help));
        return this;
    }

    /** Lets undeclared query parameters pass, for routes whose parameters depend on the request. */
    public Route anyQuery() {
        freeQueries = true;
        return this;
    }

    /** A JSON body of this type. */
    public Route body(Type type) {
        bodyType = type;
        bodyMedia = "application/json";
        return this;
    }

    /** A body that is no JSON, e.g. {@code text/csv} or {@code multipart/form-data}. */
    public Route bodyOf(String mediaType) {
        bodyMedia = mediaType;
        return this;
    }

    public Route answers(Type type) {
        answerType = type;
        return this;
    }

    public Route answers(int status, Type type) {
        answerStatus = status;
        answerType = type;
        return this;
    }

    /** An answer that is no JSON. */
    public Route answersWith(String mediaType) {
        answerMedia = mediaType;
        return this;
    }

    public void handle(Handler answeredBy) {
        handler = answeredBy;
    }

    /** Answers with server-sent events; the stream stays open until the client or the consumer closes it. */
    public void events(BiConsumer<Request, SseClient> answeredBy) {
        answerMedia = "text/event-stream";
        events = answeredBy;
    }

    /** Checks the parameters of a request against this declaration. */
    Request check(Context context) {
        if (!freeQueries) {
            for (String given : context.queryParamMap().keySet()) {
                if (!queries.containsKey(given)) {
                    String hint = NearNames.hint(given, queries.keySet());
                    String known = queries.isEmpty()
                            ? "this route takes none"
                            : "known: " + String.join(", ", queries.keySet());
                    throw Problem.badRequest(
                                    "Unknown parameter '" + given + "'" + (hint.isEmpty() ? "; " + known + "." : hint))
                            .field(given, context.queryParam(given), "unknown parameter");
                }
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        queries.forEach((name, query) -> values.put(name, query.param().parse(name, context.queryParam(name))));
        if (freeQueries) {
            context.queryParamMap().keySet().forEach(name -> values.putIfAbsent(name, context.queryParam(name)));
        }
        return new Request(context, values);
    }
}
