package futures.data.load;

import futures.data.csv.DialectRequest;
import futures.data.csv.SourceFile;
import futures.data.store.BarCursor;
import futures.data.store.BarRange;
import futures.data.store.ChunkRows;
import futures.data.store.OnConflict;
import futures.data.store.Provenance;
import futures.data.store.Series;
import futures.data.store.SeriesTable;
import futures.kit.sql.Database;
import futures.model.Bar;
import futures.model.SessionHours;
import futures.model.Timeframe;
import futures.wire.data.ImportReport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A store in a temporary directory, imports of texts into it, and a look at its bars. */
public final class Imports implements AutoCloseable {
    public static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    public static final DialectRequest AS_FOUND =
            new DialectRequest(null, null, null, CHICAGO, null, null, null, SessionHours.CME_GLOBEX);

    /** As the other, with the length of bars given, so that no row need be read to tell it. */
    public static final DialectRequest MINUTES =
            new DialectRequest(null, null, null, CHICAGO, null, Timeframe.MINUTE, null, SessionHours.CME_GLOBEX);

    private final Database database;
    private final Importer importer;

    public Imports(Path directory) {
        database = Database.open(directory.resolve("futures.db"), "db/data");
        importer = new Importer(database, Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC), 1L << 30);
    }

    public Database database() {
        return database;
    }

    public static SourceFile text(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SourceFile(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    public ImportPlan plan(String symbol, DialectRequest request, List<SourceFile> files) {
        List<ImportPlan.PlannedFile> planned = ImportPlanner.understand(files, request, 1L << 30);
        Timeframe timeframe = planned.get(0).dialect().timeframe();
        return new ImportPlan(
                symbol,
                timeframe,
                Provenance.imported("ES"),
                planned,
                false,
                OnConflict.FAIL,
                false,
                ImportPlan.Commit.ALL);
    }

    public static ImportPlan with(ImportPlan plan, boolean skip, OnConflict onConflict, boolean dryRun) {
        return new ImportPlan(
                plan.symbol(),
                plan.timeframe(),
                plan.provenance(),
                plan.files(),
                skip,
                onConflict,
                dryRun,
                plan.commit());
    }

    public ImportReport run(ImportPlan plan) {
        return importer.run(plan, progress -> {}, committed -> {});
    }

    public ImportReport run(String symbol, String text) {
        return run(plan(symbol, AS_FOUND, List.of(text("bars.csv", text))));
    }

    public Series series(String symbol) {
        return database.read(connection ->
                SeriesTable.of(connection, symbol).stream().findFirst().orElse(null));
    }

    public List<Bar> bars(String symbol, BarRange range) {
        return database.read(connection -> {
            List<Bar> bars = new ArrayList<>();
            Series series = SeriesTable.of(connection, symbol).get(0);
            try (BarCursor cursor = new BarCursor(connection, series, range)) {
                cursor.forEach((chunk, from, to) -> {
                    double[][] values = new double[5][to - from];
                    for (int column = ChunkRows.OPEN; column <= ChunkRows.VOLUME; column++) {
                        chunk.doubles(column, from, to, values[column], 0);
                    }
                    for (int i = 0; i < to - from; i++) {
                        long time = chunk.time()[from + i];
                        bars.add(new Bar(
                                time,
                                time + series.timeframe().millis(),
                                values[0][i],
                                values[1][i],
                                values[2][i],
                                values[3][i],
                                values[4][i]));
                    }
                });
                if (cursor.count() != bars.size()) {
                    throw new AssertionError("count " + cursor.count() + " but " + bars.size() + " bars");
                }
            }
            return bars;
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
