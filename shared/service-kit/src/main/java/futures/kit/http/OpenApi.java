package futures.kit.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import futures.kit.json.Json;
import futures.kit.text.Version;
import java.util.List;
import java.util.Locale;

/** The OpenAPI 3.1 document of a service, made from the same declarations that check and answer its requests. */
final class OpenApi {
    private OpenApi() {}

    static ObjectNode document(String service, List<Route> routes) {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "Personal Futures Backtester: " + service + " service")
                .put("version", Version.product());
        JsonSchema schemas = new JsonSchema(root.putObject("components").putObject("schemas"));
        ObjectNode paths = root.putObject("paths");
        for (Route route : routes) {
            ObjectNode operation = paths.withObjectProperty(route.path)
                    .putObject(route.method.name().toLowerCase(Locale.ROOT));
            describe(route, operation, schemas);
        }
        return root;
    }

    private static void describe(Route route, ObjectNode operation, JsonSchema schemas) {
        operation.put("summary", route.summary);
        if (!route.description.isEmpty()) {
            operation.put("description", route.description);
        }
        ArrayNode parameters = operation.putArray("parameters");
        route.pathHelp.forEach((name, help) -> {
            ObjectNode parameter = parameters.addObject();
            parameter.put("name", name).put("in", "path").put("required", true).put("description", help);
            parameter.putObject("schema").put("type", "string");
        });
        route.queries.forEach((name, query) -> parameters.add(query.param().describe(name, query.help())));
        if (route.bodyMedia != null) {
            ObjectNode media =
                    operation.putObject("requestBody").putObject("content").putObject(route.bodyMedia);
            media.set("schema", schemas.of(route.bodyType == null ? String.class : route.bodyType));
        }
        ObjectNode responses = operation.putObject("responses");
        ObjectNode answer = responses.putObject(Integer.toString(route.answerStatus));
        answer.put("description", "Success");
        ObjectNode media = answer.putObject("content").putObject(route.answerMedia);
        if (route.answerType != null) {
            media.set("schema", schemas.of(route.answerType));
        }
        ObjectNode problem = responses.putObject("default");
        problem.put("description", "What was wrong and what to do (RFC 9457)");
        problem.putObject("content")
                .putObject("application/problem+json")
                .set("schema", schemas.of(Problem.Body.class));
    }
}
