package futures.data.api;

import futures.data.contract.Contracts;
import futures.data.load.ImportFileTable;
import futures.data.store.Series;
import futures.data.store.SeriesTable;
import futures.kit.bus.Bus;
import futures.kit.http.Problem;
import futures.kit.sql.Database;
import futures.kit.text.NearNames;
import futures.wire.Channels;
import futures.wire.data.ImportedFile;
import futures.wire.data.SeriesMessage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the routes have in common: the store, the contract specs, and telling others. */
public record Store(Database database, Contracts contracts, Bus bus, Clock clock) {

    /**
     * The series of a symbol, finest first, at least one.
     *
     * @throws Problem 404 with near names
     */
    List<Series> seriesOf(String symbol) {
        List<Series> found = database.read(connection -> SeriesTable.of(connection, symbol));
        if (found.isEmpty()) {
            List<String> known = all().stream().map(Series::symbol).distinct().toList();
            String hint = NearNames.hint(symbol, known);
            throw Problem.notFound("There are no bars of '" + symbol + "'"
                    + (hint.isEmpty()
                            ? known.isEmpty()
                                    ? "; the store is empty, import some or POST /api/data/sample."
                                    : "; see GET /api/data for what there is."
                            : hint));
        }
        return found;
    }

    List<Series> all() {
        return database.read(SeriesTable::all);
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
