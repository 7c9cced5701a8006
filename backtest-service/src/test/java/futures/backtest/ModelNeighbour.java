package futures.backtest;

import com.sun.net.httpserver.HttpExchange;
import futures.kit.Neighbour;
import futures.kit.columnar.Column;
import futures.kit.columnar.ColumnBatch;
import futures.kit.columnar.ColumnWriter;
import futures.model.BarSeries;
import futures.model.Timeframe;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Speaks the part of the machine learning service's HTTP that backtests need: {@code fade-1} says that the walk of ES comes back, {@code late-1}
 * the same a millisecond after each bar, {@code mute-1} nothing. The first thousand minutes they have learnt from. The real service
 * is used in the end-to-end tests.
 */
final class ModelNeighbour extends Neighbour {
    static final String HASH = "5c".repeat(32);
    private static final List<Column> COLUMNS = List.of(
            Column.timestamp("timestamp"),
            Column.timestamp("known_at"),
            Column.float64("value"),
            Column.float64("in_training"));
    private static final int LEARNT = 1_000;
    private static final int BACK = 10;
    private static final long MINUTE = 60_000;

    private final List<String> asked = new CopyOnWriteArrayList<>();

    ModelNeighbour() throws IOException {
        start();
    }

    /** Queries for predictions, in their order. */
    List<String> asked() {
        return asked;
    }

    @Override
    protected void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        String id = path.length > 4 ? path[4] : "";
        if (!List.of("fade-1", "late-1", "mute-1").contains(id)) {
            missing(exchange, "There is no model '" + id + "'.");
        } else if (path.length == 5) {
            json(exchange, 200, "{\"id\":\"" + id + "\",\"version\":1,\"hash\":\"" + HASH + "\"}");
        } else {
            String query = exchange.getRequestURI().getQuery();
            asked.add(query);
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                ColumnWriter writer = new ColumnWriter(out, COLUMNS, Map.of("model", id));
                writer.write(says(id, query.contains("force=true")));
                writer.end();
            }
        }
    }

    private static ColumnBatch says(String id, boolean force) {
        BarSeries walk = WalkOfPrices.of("ES", 1, 1).bars(Timeframe.MINUTE);
        int from = id.equals("mute-1") ? walk.size() : force ? BACK : LEARNT;
        int rows = walk.size() - from;
        long[] times = new long[rows];
        long[] known = new long[rows];
        double[] values = new double[rows];
        double[] seen = new double[rows];
        for (int i = 0; i < rows; i++) {
            int bar = from + i;
            times[i] = walk.openTime(bar);
            known[i] = times[i] + MINUTE + (id.equals("late-1") ? 1 : 0);
            values[i] = 1 / (1 + Math.exp(0.1 * (walk.close(bar) - walk.close(bar - BACK))));
            seen[i] = bar < LEARNT ? 1 : 0;
        }
        return new ColumnBatch(COLUMNS, rows, times, known, values, seen);
    }
}
