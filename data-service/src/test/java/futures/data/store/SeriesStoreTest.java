package futures.data.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.data.load.Imports;
import futures.kit.sql.Database;
import futures.model.Bar;
import futures.model.Timeframe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store against a sorted map, on random commands. */
class SeriesStoreTest {
    private static final long SLOT = Timeframe.MINUTE.millis();
    private static final long ORIGIN = 1_700_000_000_000L / SLOT * SLOT;

    @TempDir
    Path directory;

    private final SortedMap<Long, Long> twin = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void doesWhatASortedMapDoes(long seed) {
        Random random = new Random(seed);
        try (Imports imports = new Imports(directory)) {
            for (int step = 0; step < 60; step++) {
                if (random.nextInt(4) == 0) {
                    delete(imports.database(), random);
                } else {
                    insert(imports.database(), random);
                }
                compare(imports, random);
            }
        }
    }

    private void insert(Database database, Random random) {
        OnConflict policy =
                List.of(OnConflict.FAIL, OnConflict.KEEP, OnConflict.REPLACE).get(random.nextInt(3));
        long from = random.nextInt(20_000);
        int count = 1 + random.nextInt(4000);
        SortedMap<Long, ChunkRows> chunks = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            long time = ORIGIN + (from + random.nextInt(6000)) * SLOT;
            long price = random.nextInt(3) * 250_000_000L;
            chunks.computeIfAbsent(ChunkRows.startOf(time, SLOT), start -> new ChunkRows(start, SLOT))
                    .put(time, price, price, price, price, ChunkRows.UNIT);
        }
        long expected = 0;
        for (ChunkRows rows : chunks.values()) {
            for (int slot = 0; slot < ChunkRows.SLOTS; slot++) {
                if (rows.has(slot)) {
                    Long before = twin.get(rows.time(slot));
                    expected += before == null ? 1 : 0;
                    if (before == null || policy == OnConflict.REPLACE) {
                        twin.put(rows.time(slot), rows.value(ChunkRows.OPEN, slot));
                    }
                }
            }
        }
        long added = database.write(connection -> {
            try (SeriesWriter writer =
                    new SeriesWriter(connection, "X", Timeframe.MINUTE, Provenance.imported(null), policy, 1)) {
                for (ChunkRows rows : chunks.values()) {
                    writer.add(rows);
                }
                writer.finish();
                return writer.counts().added();
            }
        });
        assertEquals(expected, added);
    }

    private void delete(Database database, Random random) {
        Optional<Series> series = database.read(c -> SeriesTable.find(c, "X", Timeframe.MINUTE));
        if (series.isEmpty()) {
            return;
        }
        long from = random.nextInt(6) == 0 ? Long.MIN_VALUE : ORIGIN + random.nextInt(26_000) * SLOT;
        long to = random.nextInt(6) == 0 ? Long.MAX_VALUE : Math.max(from, ORIGIN) + random.nextInt(5000) * SLOT;
        SortedMap<Long, Long> range = twin.subMap(from, to);
        long expected = range.size();
        range.clear();
        long deleted = database.write(connection -> BarDeletion.delete(connection, series.get(), from, to, 2));
        assertEquals(expected, deleted);
    }

    private void compare(Imports imports, Random random) {
        Series series = imports.series("X");
        if (twin.isEmpty()) {
            assertEquals(null, series);
            return;
        }
        assertEquals(twin.size(), series.bars());
        assertEquals(twin.firstKey(), series.firstTime());
        assertEquals(twin.lastKey(), series.lastTime());
        long from = random.nextBoolean() ? Long.MIN_VALUE : ORIGIN + random.nextInt(26_000) * SLOT;
        long to = random.nextBoolean() ? Long.MAX_VALUE : Math.max(from, ORIGIN) + random.nextInt(9000) * SLOT;
        long limit = random.nextBoolean() ? Long.MAX_VALUE : 1 + random.nextInt(5000);
        List<Long> expected = new ArrayList<>(twin.subMap(from, to).keySet());
        if (limit < expected.size()) {
            expected = expected.subList(expected.size() - (int) limit, expected.size());
        }
        List<Bar> found = imports.bars("X", new BarRange(from, to, limit));
        assertEquals(expected, found.stream().map(Bar::openTime).toList());
        for (Bar bar : found) {
            assertEquals(twin.get(bar.openTime()) / 1e9, bar.close());
        }
        List<Long> reversed = new ArrayList<>(expected);
        Collections.reverse(reversed);
        assertEquals(reversed, newestFirst(imports.database(), series, new BarRange(from, to, limit)));
    }

    private static List<Long> newestFirst(Database database, Series series, BarRange range) {
        return database.read(connection -> {
            List<Long> times = new ArrayList<>();
            try (BarCursor cursor = new BarCursor(connection, series, range)) {
                cursor.forEachNewestFirst((chunk, from, to) -> {
                    for (int i = to - 1; i >= from; i--) {
                        times.add(chunk.time()[i]);
                    }
                });
            }
            return times;
        });
    }

    @Test
    void plainSqlSeesTheSameBars() {
        try (Imports imports = new Imports(directory)) {
            Random random = new Random(5);
            for (int i = 0; i < 5; i++) {
                insert(imports.database(), random);
            }
            imports.run("CL", """
                    timestamp,open,high,low,close,volume
                    2020-04-20T13:08:00-05:00,-35.27,12.5,-40.32,-37.63,1000000
                    2020-04-20T13:09:00-05:00,-37.123456789,-37,-38,-37.5,0.5
                    2020-04-21T13:09:00-05:00,4000000000,4000000000,0.000000001,1,7
                    """);
            for (String symbol : List.of("X", "CL")) {
                List<Bar> expected = imports.bars(symbol, BarRange.ALL);
                List<Bar> found = imports.database().read(connection -> {
                    List<Bar> bars = new ArrayList<>();
                    try (var select = connection.prepareStatement(
                            "SELECT time_ms, open, high, low, close, volume, timestamp, day FROM market_data"
                                    + " WHERE symbol = ? AND timeframe = '1m' ORDER BY time_ms")) {
                        select.setString(1, symbol);
                        try (var row = select.executeQuery()) {
                            while (row.next()) {
                                long time = row.getLong(1);
                                String text = java.time.Instant.ofEpochMilli(time)
                                        .toString()
                                        .replace('T', ' ')
                                        .replace("Z", "");
                                assertEquals(text, row.getString(7));
                                assertEquals(text.substring(0, 10), row.getString(8));
                                bars.add(new Bar(
                                        time,
                                        time + SLOT,
                                        row.getDouble(2),
                                        row.getDouble(3),
                                        row.getDouble(4),
                                        row.getDouble(5),
                                        row.getDouble(6)));
                            }
                        }
                    }
                    return bars;
                });
                assertEquals(expected, found);
            }
        }
    }
}
