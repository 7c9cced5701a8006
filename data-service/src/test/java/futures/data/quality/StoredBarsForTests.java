package futures.data.quality;

import futures.data.store.ChunkRows;
import futures.data.store.OnConflict;
import futures.data.store.Provenance;
import futures.data.store.SeriesWriter;
import futures.kit.sql.Database;
import futures.model.BarSeries;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts bars into a store past the checks of an import, as no import would take some of them. */
public final class StoredBarsForTests {
    private StoredBarsForTests() {}

    public static void write(Database database, BarSeries bars, String product) {
        long slot = bars.timeframe().millis();
        SortedMap<Long, ChunkRows> chunks = new TreeMap<>();
        for (int i = 0; i < bars.size(); i++) {
            chunks.computeIfAbsent(ChunkRows.startOf(bars.openTime(i), slot), start -> new ChunkRows(start, slot))
                    .put(
                            bars.openTime(i),
                            units(bars.open(i)),
                            units(bars.high(i)),
                            units(bars.low(i)),
                            units(bars.close(i)),
                            units(bars.volume(i)));
        }
        database.write(connection -> {
            try (SeriesWriter writer = new SeriesWriter(
                    connection, bars.symbol(), bars.timeframe(), Provenance.imported(product), OnConflict.FAIL, 1)) {
                for (ChunkRows rows : chunks.values()) {
                    writer.add(rows);
                }
                return writer.finish().orElseThrow();
            }
        });
    }

    private static long units(double value) {
        return BigDecimal.valueOf(value)
                .movePointRight(ChunkRows.DECIMALS)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
