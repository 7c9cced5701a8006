package futures.backtest.serve;

import com.fasterxml.jackson.core.JsonGenerator;
import futures.backtest.store.EquityThinning;
import futures.backtest.store.EquityWalk;
import futures.backtest.store.Millionths;
import futures.kit.columnar.Column;
import futures.kit.columnar.ColumnBatch;
import futures.kit.columnar.ColumnWriter;
import futures.kit.json.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Stored equity on its way to a client, one bar at a time; see {@link futures.wire.backtest.Equity}. */
public final class EquityStream {
    private static final List<Column> COLUMNS =
            List.of(Column.timestamp("time"), Column.float64("equity"), Column.float64("drawdown"));
    private static final int ROWS_OF_A_BATCH = 65_536;
    private static final double MILLION = 1e6;

    private EquityStream() {}

    /** @param points at most so many; 0 for every bar */
    public static void json(Context context, EquityWalk walk, int points) throws IOException {
        context.contentType("application/json");
        try (JsonGenerator out = Json.mapper().createGenerator(context.outputStream())) {
            out.writeStartObject();
            out.writeNumberField("initial_cash", Millionths.money(walk.initial()));
            out.writeNumberField("bars", walk.bars());
            out.writeArrayFieldStart("points");
            EquityThinning.walk(walk, points, (time, equity, drawdown) -> {
                out.writeStartObject();
                out.writeStringField("time", Instant.ofEpochMilli(time).toString());
                out.writeNumberField("equity", Millionths.money(equity));
                out.writeNumberField("drawdown", Millionths.money(drawdown));
                out.writeEndObject();
            });
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    public static void csv(Context context, EquityWalk walk, int points) throws IOException {
        context.contentType(Csv.MEDIA_TYPE);
        Csv csv = new Csv(context.outputStream());
        csv.field("time").field("equity").field("drawdown").line();
        EquityThinning.walk(
                walk,
                points,
                (time, equity, drawdown) -> csv.field(Instant.ofEpochMilli(time).toString())
                        .field(Millionths.money(equity).toPlainString())
                        .field(Millionths.money(drawdown).toPlainString())
                        .line());
        csv.flush();
    }

    /** As an Arrow IPC stream; its metadata has {@code initial_cash} and {@code bars}. */
    public static void arrow(Context context, EquityWalk walk, int points) throws IOException {
        context.contentType(ColumnWriter.MEDIA_TYPE);
        ColumnWriter out = new ColumnWriter(
                context.outputStream(),
                COLUMNS,
                Map.of(
                        "initial_cash",
                        Millionths.money(walk.initial()).toPlainString(),
                        "bars",
                        Integer.toString(walk.bars())));
        Rows rows = new Rows(out);
        EquityThinning.walk(walk, points, rows);
        rows.flush();
        out.end();
    }

    /** Collects rows until they are a batch. */
    private static final class Rows implements EquityThinning.Taker {
        private final ColumnWriter out;
        private final long[] times = new long[ROWS_OF_A_BATCH];
        private final double[] equities = new double[ROWS_OF_A_BATCH];
        private final double[] drawdowns = new double[ROWS_OF_A_BATCH];
        private int rows;

        Rows(ColumnWriter out) {
            this.out = out;
        }

        @Override
        public void take(long time, long equity, long drawdown) throws IOException {
            times[rows] = time;
            equities[rows] = equity / MILLION;
            drawdowns[rows] = drawdown / MILLION;
            if (++rows == ROWS_OF_A_BATCH) {
                flush();
            }
        }

        void flush() throws IOException {
            if (rows > 0) {
                out.write(new ColumnBatch(COLUMNS, rows, times, equities, drawdowns));
                rows = 0;
            }
        }
    }
}
