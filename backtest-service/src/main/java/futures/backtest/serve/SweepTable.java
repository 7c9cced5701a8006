package futures.backtest.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import futures.backtest.run.SweepFigures;
import futures.kit.json.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Rows of a sweep on their way to a client. */
public final class SweepTable {
    private SweepTable() {}

    public static void json(Context context, InputStream stored) throws IOException {
        RowStream.json(context, stored, row -> true);
    }

    /** A column for each parameter and figure; findings by their keys, with spaces between. */
    public static void csv(Context context, InputStream stored, Collection<String> parameters) throws IOException {
        context.contentType(Csv.MEDIA_TYPE);
        Csv csv = new Csv(context.outputStream());
        Collection<String> swept = new TreeSet<>(parameters);
        csv.field("number");
        for (String name : swept) {
            csv.field(name);
        }
        csv.field("state");
        for (String name : SweepFigures.names()) {
            csv.field(name);
        }
        csv.field("result_hash").field("findings").field("error").line();
        try (MappingIterator<JsonNode> rows =
                Json.mapper().readerFor(JsonNode.class).readValues(stored)) {
            while (rows.hasNextValue()) {
                line(csv, rows.nextValue(), swept);
            }
        }
        csv.flush();
    }

    private static void line(Csv csv, JsonNode row, Collection<String> swept) throws IOException {
        csv.field(row.path("number").asText());
        for (String name : swept) {
            csv.field(RowStream.text(row.path("parameters").get(name)));
        }
        csv.field(row.path("state").asText());
        for (String name : SweepFigures.names()) {
            csv.field(RowStream.text(row.path("performance").get(name)));
        }
        csv.field(RowStream.text(row.get("result_hash")))
                .field(StreamSupport.stream(row.path("findings").spliterator(), false)
                        .map(finding -> finding.path("key").asText())
                        .collect(Collectors.joining(" ")))
                .field(RowStream.text(row.get("error")))
                .line();
    }
}
