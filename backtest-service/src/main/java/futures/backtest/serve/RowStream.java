package futures.backtest.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import futures.kit.json.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stored rows on their way to a client, one at a time. */
public final class RowStream {
    private RowStream() {}

    /** As a JSON array of those that are wanted. */
    public static void json(Context context, InputStream stored, Predicate<JsonNode> wanted) throws IOException {
        context.contentType("application/json");
        try (MappingIterator<JsonNode> rows = rows(stored);
                var out = Json.mapper().writer().writeValuesAsArray(context.outputStream())) {
            while (rows.hasNextValue()) {
                JsonNode row = rows.nextValue();
                if (wanted.test(row)) {
                    out.write(row);
                }
            }
        }
    }

    /** All of them column by column, see {@link ColumnRows}. */
    public static void columns(Context context, InputStream stored, Class<? extends Record> type) throws IOException {
        context.contentType("application/json");
        Set<String> times = properties(type)
                .filter(property -> property.getRawPrimaryType() == Instant.class)
                .map(BeanPropertyDefinition::getName)
                .collect(Collectors.toSet());
        ColumnRows.write(stored, times, context.outputStream());
    }

    /** As CSV with a header line; what is null is an empty field. */
    public static void csv(Context context, InputStream stored, List<String> columns, Predicate<JsonNode> wanted)
            throws IOException {
        context.contentType(Csv.MEDIA_TYPE);
        Csv csv = new Csv(context.outputStream());
        for (String column : columns) {
            csv.field(column);
        }
        csv.line();
        try (MappingIterator<JsonNode> rows = rows(stored)) {
            while (rows.hasNextValue()) {
                JsonNode row = rows.nextValue();
                if (wanted.test(row)) {
                    for (String column : columns) {
                        csv.field(text(row.get(column)));
                    }
                    csv.line();
                }
            }
        }
        csv.flush();
    }

    private static MappingIterator<JsonNode> rows(InputStream stored) throws IOException {
        return Json.mapper().readerFor(JsonNode.class).readValues(stored);
    }

    static String text(JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }

    /** Names of a record's components on the wire, in their order. */
    public static List<String> columns(Class<? extends Record> type) {
        return properties(type).map(BeanPropertyDefinition::getName).toList();
    }

    private static Stream<BeanPropertyDefinition> properties(Class<? extends Record> type) {
        SerializationConfig config = Json.mapper().getSerializationConfig();
        return config.introspect(config.constructType(type)).findProperties().stream();
    }
}
