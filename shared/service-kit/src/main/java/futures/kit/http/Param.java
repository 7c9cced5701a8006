package futures.kit.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import futures.kit.json.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What a query parameter may be: how its text becomes a value, what stands in when it is missing, and how the API
 * document describes it. Optional unless {@link #required()}.
 */
public final class Param {
    private final String schemaType;
    private final String schemaFormat;
    private final List<String> choices;
    private final String allowed;
    private final Function<String, Object> parser;
    private Object standIn;
    private boolean required;

    private Param(
            String schemaType,
            String schemaFormat,
            List<String> choices,
            String allowed,
            Function<String, Object> parser) {
        this.schemaType = schemaType;
        this.schemaFormat = schemaFormat;
        this.choices = choices;
        this.allowed = allowed;
        this.parser = parser;
    }

    public static Param text() {
        return new Param("string", null, List.of(), "text", value -> value);
    }

    public static Param integer(long least, long most) {
        return new Param("integer", null, List.of(), "a whole number from " + least + " to " + most, value -> {
            long number = Long.parseLong(value);
            if (number < least || number > most) {
                throw new IllegalArgumentException(value);
            }
            return number;
        });
    }

    public static Param decimal(String least, String most) {
        return new Param("number", null, List.of(), "a number from " + least + " to " + most, value -> {
            BigDecimal number = new BigDecimal(value);
            if (number.compareTo(new BigDecimal(least)) < 0 || number.compareTo(new BigDecimal(most)) > 0) {
                throw new IllegalArgumentException(value);
            }
            return number;
        });
    }

    public static Param date() {
        return new Param("string", "date", List.of(), "a date such as 2024-03-28", LocalDate::parse);
    }

    public static Param flag() {
        return new Param("boolean", null, List.of(), "true or false", value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> true;
            case "false", "0", "no" -> false;
            default -> throw new IllegalArgumentException(value);
        });
    }

    public static Param choice(String... choices) {
        List<String> all = List.of(choices);
        return new Param("string", null, all, "one of " + String.join(", ", all), value -> {
            String lower = value.toLowerCase(Locale.ROOT);
            return all.stream()
                    .filter(choice -> choice.toLowerCase(Locale.ROOT).equals(lower))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(value));
        });
    }

    public Param required() {
        required = true;
        return this;
    }

    /** The value when the request does not name the parameter. */
    public Param orElse(Object value) {
        standIn = value instanceof Integer number ? Long.valueOf(number) : value;
        return this;
    }

    /** Null when missing and without a stand-in. */
    Object parse(String name, String text) {
        if (text == null || text.isEmpty()) {
            if (required) {
                throw Problem.badRequest("Add the parameter '" + name + "': " + allowed + ".")
                        .field(name, null, "missing");
            }
            return standIn;
        }
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            throw Problem.badRequest("'" + name + "' must be " + allowed + ".").field(name, text, "must be " + allowed);
        }
    }

    ObjectNode describe(String name, String help) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("name", name).put("in", "query").put("required", required).put("description", help);
        ObjectNode schema = node.putObject("schema").put("type", schemaType);
        if (schemaFormat != null) {
            schema.put("format", schemaFormat);
        }
        if (!choices.isEmpty()) {
            choices.forEach(schema.putArray("enum")::add);
        }
        if (standIn != null) {
            schema.set("default", Json.mapper().valueToTree(standIn));
        }
        return node;
    }
}
