package futures.kit.http;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import futures.kit.json.Json;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;

/** Describes Java types as JSON Schema; records become named components. */
final class JsonSchema {
    private static final PropertyNamingStrategies.SnakeCaseStrategy NAMES =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private final ObjectNode components;

    JsonSchema(ObjectNode components) {
        this.components = components;
    }

    ObjectNode of(Type type) {
        return of(Json.mapper().constructType(type));
    }

    private ObjectNode of(JavaType type) {
        ObjectNode schema = Json.mapper().createObjectNode();
        Class<?> raw = type.getRawClass();
        if (type.isArrayType() || type.isCollectionLikeType()) {
            schema.put("type", "array").set("items", of(type.getContentType()));
        } else if (type.isMapLikeType()) {
            schema.put("type", "object").set("additionalProperties", of(type.getContentType()));
        } else if (raw.isEnum()) {
            schema.put("type", "string");
            Arrays.stream(raw.getEnumConstants()).map(Object::toString).forEach(schema.putArray("enum")::add);
        } else if (raw == boolean.class || raw == Boolean.class) {
            schema.put("type", "boolean");
        } else if (raw == int.class || raw == long.class || raw == Integer.class || raw == Long.class) {
            schema.put("type", "integer");
        } else if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
            schema.put("type", "number");
        } else if (raw == LocalDate.class) {
            schema.put("type", "string").put("format", "date");
        } else if (Temporal.class.isAssignableFrom(raw)) {
            schema.put("type", "string").put("format", "date-time");
        } else if (JsonNode.class.isAssignableFrom(raw) || raw == Object.class) {
            schema.put("description", "any JSON value");
        } else if (raw.isRecord()) {
            schema.put("$ref", "#/components/schemas/" + component(type));
        } else {
            schema.put("type", "string");
        }
        return schema;
    }

    private String component(JavaType type) {
        Class<?> raw = type.getRawClass();
        Class<?> outer = raw.getEnclosingClass();
        String name = (outer == null ? "" : outer.getSimpleName()) + raw.getSimpleName();
        if (!components.has(name)) {
            ObjectNode schema = components.putObject(name).put("type", "object");
            ObjectNode properties = schema.putObject("properties");
            for (RecordComponent component : raw.getRecordComponents()) {
                properties.set(NAMES.translate(component.getName()), of(component.getGenericType()));
            }
        }
        return name;
    }
}
