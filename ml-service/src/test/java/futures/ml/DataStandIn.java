package futures.ml;

import futures.kit.Service;
import futures.kit.columnar.ColumnWriter;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.kit.json.Json;
import futures.marketdata.BarStream;
import futures.model.BarSeries;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers what the data service answers for bars and contracts, with series of a test's own. */
final class DataStandIn implements Service {
    private static final String CONTRACT = """
            {"symbol": "MES", "name": "Micro E-mini S&P 500", "exchange": "CME", "currency": "USD", "tick_size": 0.25,
             "point_value": 5, "initial_margin": 2000, "maintenance_margin": 1800, "time_zone": "America/Chicago",
             "opens": "17:00:00", "closes": "16:00:00", "calendar": "CME_EQUITY", "commission": 0.62, "exchange_fees": 0.35,
             "regular_opens": "08:30:00", "regular_closes": "15:00:00"}""";

    private final Map<String, BarSeries> series = new ConcurrentHashMap<>();

    void put(BarSeries bars) {
        series.put(bars.symbol(), bars);
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/api/data").handle(request -> Map.of("series", List.of()));
        routes.get("/api/contracts/{symbol}").handle(request -> Json.mapper().readTree(CONTRACT));
        routes.get("/api/data/{symbol}").anyQuery().handle(this::bars);
    }

    private Object bars(Request request) throws Exception {
        BarSeries bars = series.get(request.path("symbol"));
        if (bars == null) {
            throw Problem.notFound("There are no bars of '" + request.path("symbol") + "'.");
        }
        String tag = "\"" + System.identityHashCode(bars) + "\"";
        request.context().header("ETag", tag);
        if (tag.equals(request.context().header("If-None-Match"))) {
            request.context().status(304);
            return null;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BarStream(bars, "MES").write(out);
        request.context().contentType(ColumnWriter.MEDIA_TYPE).result(out.toByteArray());
        return null;
    }

    @Override
    public void close() {}
}
