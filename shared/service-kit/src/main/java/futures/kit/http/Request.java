package futures.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import futures.kit.json.Json;
import futures.kit.text.NearNames;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One request whose parameters were already checked against the route's declaration. */
public final class Request {
    private final Context context;
    private final Map<String, Object> values;

    Request(Context context, Map<String, Object> values) {
        this.context = context;
        this.values = values;
    }

    /** The request as the HTTP library has it, for streams and headers. */
    public Context context() {
        return context;
    }

    public String path(String name) {
        return context.pathParam(name);
    }

    public boolean has(String name) {
        return value(name) != null;
    }

    /** Null when it is missing and the route declared no stand-in; so are all below. */
    public String text(String name) {
        return (String) value(name);
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(text(name));
    }

    public Long number(String name) {
        return (Long) value(name);
    }

    public int integer(String name) {
        return Math.toIntExact((Long) value(name));
    }

    public BigDecimal decimal(String name) {
        return (BigDecimal) value(name);
    }

    public LocalDate date(String name) {
        return (LocalDate) value(name);
    }

    /** False when missing and without a stand-in. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(value(name));
    }

    private Object value(String name) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException("the route does not declare '" + name + "'");
        }
        return values.get(name);
    }

    /**
     * The JSON body.
     *
     * @throws Problem 400 with the field, or the line and column, that is wrong
     */
    public <T> T body(Class<T> type) {
        return parse(context.bodyAsBytes(), type);
    }

    /** The JSON body as a tree; an object without members when the request has none. */
    public JsonNode bodyTree() {
        byte[] bytes = context.bodyAsBytes();
        return bytes.length == 0 ? Json.mapper().createObjectNode() : parse(bytes, JsonNode.class);
    }

    /**
     * Fields from several places as one record, checked as a body is.
     *
     * @throws Problem 400 with the field that is wrong
     */
    public <T> T convert(Map<String, ?> fields, Class<T> type) {
        try {
            return Json.mapper().convertValue(fields, type);
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof JsonMappingException mapping) {
                throw wrongField(mapping);
            }
            throw e;
        }
    }

    private static <T> T parse(byte[] bytes, Class<T> type) {
        if (bytes.length == 0) {
            throw Problem.badRequest("Send a JSON body.");
        }
        try {
            T value = Json.mapper().readValue(bytes, type);
            if (value == null) {
                throw Problem.badRequest("The JSON body is null; send an object.");
            }
            return value;
        } catch (JsonMappingException e) {
            throw wrongField(e);
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("The body is not valid JSON: " + e.getOriginalMessage() + " at line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ".");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Problem wrongField(JsonMappingException e) {
        String field = pathOf(e);
        if (e instanceof UnrecognizedPropertyException unknown) {
            String hint = NearNames.hint(
                    unknown.getPropertyName(),
                    unknown.getKnownPropertyIds().stream().map(String::valueOf).collect(Collectors.toList()));
            return Problem.badRequest(
                            "Unknown field '" + unknown.getPropertyName() + "'" + (hint.isEmpty() ? "." : hint))
                    .field(field, null, "unknown field");
        }
        return Problem.badRequest("Field '" + field + "' has the wrong type or value.")
                .field(field, null, e.getOriginalMessage());
    }

    private static String pathOf(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining("."));
    }
}
