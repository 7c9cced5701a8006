package futures.backtest.serve;

import futures.backtest.run.SweepFigures;
import futures.kit.json.Json;
import futures.wire.backtest.OptimizationRow;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Consumer;

/** All rows of an optimization on their way to a client, one at a time. */
public final class OptimizationTable {
    private OptimizationTable() {}

    /** Has rows handed to it, one after the other. */
    @FunctionalInterface
    public interface Rows {
        void each(Consumer<OptimizationRow> to);
    }

    /** As a JSON array. */
    public static void json(Context context, Rows rows) throws IOException {
        context.contentType("application/json");
        try (var out = Json.mapper().writer().writeValuesAsArray(context.outputStream())) {
            rows.each(row -> {
                try {
                    out.write(row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** A column for each parameter and figure; findings by their keys, with spaces between. */
    public static void csv(Context context, Rows rows, Collection<String> parameters) throws IOException {
        context.contentType(Csv.MEDIA_TYPE);
        Csv csv = new Csv(context.outputStream());
        csv.field("number");
        for (String name : parameters) {
            csv.field(name);
        }
        csv.field("state").field("score").field("feasible");
        for (String name : SweepFigures.names()) {
            csv.field(name);
        }
        csv.field("result_hash").field("findings").field("error").line();
        rows.each(row -> {
            try {
                line(csv, row, parameters);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        csv.flush();
    }

    private static void line(Csv csv, OptimizationRow row, Collection<String> parameters) throws IOException {
        csv.field(Integer.toString(row.number()));
        for (String name : parameters) {
            csv.field(text(row.parameters().get(name)));
        }
        csv.field(row.state()).field(text(row.score())).field(Boolean.toString(row.feasible()));
        for (String name : SweepFigures.names()) {
            csv.field(row.performance() == null ? null : text(row.performance().get(name)));
        }
        csv.field(row.resultHash())
                .field(String.join(" ", row.findings()))
                .field(row.error())
                .line();
    }

    private static String text(Object value) {
        return value == null ? null : value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
