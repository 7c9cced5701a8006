package futures.risk.prop;

import futures.kit.Service;
import futures.kit.columnar.Column;
import futures.kit.columnar.ColumnBatch;
import futures.kit.columnar.ColumnWriter;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A backtest service that has what a test puts there. */
final class StoredBacktests implements Service {
    private static final List<Column> COLUMNS =
            List.of(Column.timestamp("time"), Column.float64("equity"), Column.float64("drawdown"));

    final Map<String, Run> runs = new ConcurrentHashMap<>();

    /** A run on ES with an initial cash of 100,000, bar by bar. */
    static final class Run {
        final List<Long> times = new ArrayList<>();
        final List<Double> equity = new ArrayList<>();
        final List<Map<String, Object>> days = new ArrayList<>();
        final List<Map<String, Object>> trips = new ArrayList<>();
        String contract = "ES";
        String currency = "USD";

        Run bar(String close, double worth) {
            times.add(Instant.parse(close).toEpochMilli());
            equity.add(worth);
            return this;
        }

        Run day(String day) {
            days.add(Map.of(
                    "day", LocalDate.parse(day).toString(),
                    "profit", 0,
                    "equity", equity.get(equity.size() - 1)));
            return this;
        }

        Run trip(String side, int contracts, String entry, String exit, double net, double mae, double mfe) {
            Map<String, Object> trip = new LinkedHashMap<>();
            trip.put("number", trips.size() + 1);
            trip.put("symbol", "ES.v.0@diff");
            trip.put("side", side);
            trip.put("contracts", contracts);
            trip.put("entry_time", entry);
            trip.put("exit_time", exit);
            trip.put("costs", 5);
            trip.put("net", net);
            trip.put("mae", mae);
            trip.put("mfe", mfe);
            trip.put("exit_reason", "stop");
            trips.add(trip);
            return this;
        }
    }

    private Run need(Request request) {
        Run run = runs.get(request.path("id"));
        if (run == null) {
            throw Problem.notFound("There is no backtest '" + request.path("id") + "'.");
        }
        return run;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/api/backtests").anyQuery().handle(request -> Map.of("backtests", List.of()));
        routes.get("/api/backtests/{id}").handle(request -> {
            Run run = need(request);
            return Map.of(
                    "id", request.path("id"),
                    "state", "done",
                    "order", Map.of("symbol", "ES.v.0@diff", "account_currency", run.currency),
                    "result", Map.of("contract", run.contract));
        });
        routes.get("/api/backtests/{id}/daily").handle(request -> need(request).days);
        routes.get("/api/backtests/{id}/trades").handle(request -> need(request).trips);
        routes.get("/api/backtests/{id}/equity").anyQuery().handle(this::equity);
    }

    private Object equity(Request request) throws IOException {
        Run run = need(request);
        if (!request.text("format").equals("arrow")) {
            throw Problem.badRequest("Here it is columns only.");
        }
        request.context().contentType(ColumnWriter.MEDIA_TYPE);
        ColumnWriter out = new ColumnWriter(
                request.context().outputStream(),
                COLUMNS,
                Map.of("initial_cash", new BigDecimal("100000.00").toPlainString()));
        int bars = run.times.size();
        out.write(new ColumnBatch(
                COLUMNS,
                bars,
                run.times.stream().mapToLong(Long::longValue).toArray(),
                run.equity.stream().mapToDouble(Double::doubleValue).toArray(),
                new double[bars]));
        out.end();
        return null;
    }

    @Override
    public void close() {}
}
