package futures.data.api;

import futures.data.store.Series;
import futures.kit.http.Routes;
import futures.wire.data.DatabaseInfo;
import futures.wire.data.StatsAnswer;
import futures.wire.data.VacuumAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the store holds, where it lies, and copies of it. */
public final class StoreRoutes {

    private final Store store;

    public StoreRoutes(Store store) {
        this.store = store;
    }

    public void mount(Routes routes) {
        routes.get("/api/stats")
                .summary("Records, earliest and latest by symbol, size on disk")
                .answers(StatsAnswer.class)
                .handle(request -> stats());
        routes.get("/api/database/info")
                .summary("The database file")
                .answers(DatabaseInfo.class)
                .handle(request -> info());
        routes.post("/api/database/vacuum")
                .summary("Give the space of deleted bars back to the disk")
                .description(
                        "Writes the whole file anew: takes about as long as copying it, and as much space again meanwhile."
                                + " Reading goes on, imports wait.")
                .answers(VacuumAnswer.class)
                .handle(request -> vacuum());
    }

    /** Where the bars of the longest series are. */
    public Optional<String> longest() {
        return store.all().stream()
                .max(Comparator.comparingLong(Series::bars))
                .map(series -> Store.href(series.symbol(), series.timeframe().toString()));
    }

    private StatsAnswer stats() {
        Map<String, List<Series>> bySymbol =
                store.all().stream().collect(Collectors.groupingBy(Series::symbol, TreeMap::new, Collectors.toList()));
        List<StatsAnswer.SymbolStats> symbols = bySymbol.entrySet().stream()
                .map(entry -> symbolStats(entry.getKey(), entry.getValue()))
                .toList();
        long records =
                symbols.stream().mapToLong(StatsAnswer.SymbolStats::records).sum();
        return new StatsAnswer(
                records, symbols.size(), store.contracts().all().size(), bytes("") + bytes("-wal"), symbols);
    }

    private static StatsAnswer.SymbolStats symbolStats(String symbol, List<Series> series) {
        return new StatsAnswer.SymbolStats(
                symbol,
                series.stream().mapToLong(Series::bars).sum(),
                Instant.ofEpochMilli(
                        series.stream().mapToLong(Series::firstTime).min().orElseThrow()),
                Instant.ofEpochMilli(
                        series.stream().mapToLong(Series::lastTime).max().orElseThrow()),
                series.stream().map(one -> one.timeframe().toString()).toList(),
                series.stream().anyMatch(one -> one.provenance().synthetic()));
    }

    private DatabaseInfo info() {
        long records = records();
        long bytes = bytes("");
        return store.database()
                .read(connection -> new DatabaseInfo(
                        store.database().file().toString(),
                        bytes,
                        bytes("-wal"),
                        text(connection, "SELECT sqlite_version()"),
                        text(connection, "PRAGMA journal_mode"),
                        store.database().integrity().orElse("checking"),
                        records,
                        records == 0 ? null : Math.round(100.0 * (bytes + bytes("-wal")) / records) / 100.0,
                        number(connection, "PRAGMA freelist_count") * number(connection, "PRAGMA page_size")));
    }

    /** Bars of all series. */
    public long records() {
        return store.all().stream().mapToLong(Series::bars).sum();
    }

    private VacuumAnswer vacuum() {
        long before = bytes("") + bytes("-wal");
        store.database().vacuum();
        return new VacuumAnswer(before, bytes("") + bytes("-wal"));
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(text(connection, sql));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private long bytes(String ending) {
        try {
            Path file = Path.of(store.database().file() + ending);
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
