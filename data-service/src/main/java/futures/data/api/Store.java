package futures.data.api;

import futures.data.contract.Contracts;
import futures.data.load.ImportFileTable;
import futures.data.source.BarSource;
import futures.data.source.BarSources;
import futures.data.store.Series;
import futures.data.store.SeriesTable;
import futures.kit.bus.Bus;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.sql.Database;
import futures.kit.text.NearNames;
import futures.wire.Channels;
import futures.wire.data.ImportedFile;
import futures.wire.data.SeriesMessage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the routes have in common: the store, the contract specs, and telling others. */
public record Store(Database database, Contracts contracts, Bus bus, Clock clock) {

    private static final BarSources SOURCES = new BarSources();

    /**
     * What bars there are of the symbol of a request, finest first, at least one.
     *
     * @throws Problem 404 with near names
     */
    List<BarSource> sources(Connection connection, Request request) throws SQLException {
        String symbol = request.path("symbol");
        List<BarSource> found = SOURCES.of(connection, symbol, RuleParameters.ofBars(request));
        if (found.isEmpty()) {
            throw unknown(connection, symbol);
        }
        return found;
    }

    /**
     * The series that are stored of a symbol, finest first, at least one.
     *
     * @throws Problem 404 with near names
     */
    List<Series> stored(String symbol) {
        return database.read(connection -> {
            List<Series> found = SeriesTable.of(connection, symbol);
            if (found.isEmpty()) {
                throw unknown(connection, symbol);
            }
            return found;
        });
    }

    private static Problem unknown(Connection connection, String symbol) throws SQLException {
        List<String> known = SeriesTable.all(connection).stream()
                .map(Series::symbol)
                .distinct()
                .toList();
        String hint = NearNames.hint(symbol, known);
        return Problem.notFound("There are no bars of '" + symbol + "'"
                + (hint.isEmpty()
                        ? known.isEmpty()
                                ? "; the store is empty, import some or POST /api/data/sample."
                                : "; see GET /api/data for what there is."
                        : hint));
    }

    List<Series> all() {
        return database.read(SeriesTable::all);
    }

    /** Part of every ETag: another one after a backup was restored. */
    String epoch(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT epoch FROM store_epoch WHERE id = 1")) {
            return row.next() ? row.getString(1) : "";
        }
    }

    SeriesMessage message(Series series, boolean withFiles) {
        List<ImportedFile> files =
                withFiles ? database.read(connection -> ImportFileTable.of(connection, series.id())) : null;
        return new SeriesMessage(
                series.symbol(),
                series.timeframe().toString(),
                series.provenance().product(),
                series.provenance().source(),
                series.provenance().synthetic(),
                series.provenance().adjustment().text(),
                series.bars(),
                Instant.ofEpochMilli(series.firstTime()),
                Instant.ofEpochMilli(series.lastTime()),
                series.id() + "." + series.revision(),
                Instant.ofEpochMilli(series.updatedAt()),
                href(series.symbol(), series.timeframe().toString()),
                files);
    }

    static String href(String symbol, String timeframe) {
        return "/api/data/" + URLEncoder.encode(symbol, StandardCharsets.UTF_8) + "?timeframe=" + timeframe;
    }

    /** Tells that bars changed. */
    void tellUpdate(String type, String symbol, String timeframe, long rows) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("symbol", symbol);
        data.put("timeframe", timeframe);
        data.put("rows", rows);
        bus.publish(Channels.DATA_UPDATES, type, href(symbol, timeframe), data);
    }
}
