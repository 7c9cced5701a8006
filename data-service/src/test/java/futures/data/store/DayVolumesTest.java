package futures.data.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.data.load.Imports;
import futures.kit.sql.Database;
import futures.model.Bar;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kept sums against sums of all bars, on random commands. */
class DayVolumesTest {
    private static final long SLOT = Timeframe.MINUTE.millis();
    private static final long ORIGIN = 1_704_150_000_000L;
    private static final List<TradingCalendar> CALENDARS =
            List.of(TradingCalendar.CME_EQUITY, TradingCalendar.CME_GRAINS);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void areThoseOfTheBars(long seed) {
        Random random = new Random(seed);
        try (Imports imports = new Imports(directory)) {
            TradingCalendar calendar = CALENDARS.get(0);
            for (int step = 0; step < 60; step++) {
                switch (random.nextInt(5)) {
                    case 0 -> delete(imports, random);
                    case 1 -> keep(imports, calendar);
                    case 2 -> calendar = CALENDARS.get(random.nextInt(2));
                    default -> insert(imports.database(), random);
                }
                compare(imports, calendar);
            }
        }
    }

    private static void insert(Database database, Random random) {
        ChunkRows rows = new ChunkRows(ChunkRows.startOf(ORIGIN + random.nextInt(9) * 86_400_000L, SLOT), SLOT);
        int from = random.nextInt(1300);
        for (int i = 0; i < 1 + random.nextInt(130); i++) {
            rows.put(rows.start() + (from + i) * SLOT, 1, 1, 1, 1, random.nextInt(500) * ChunkRows.UNIT);
        }
        database.write(connection -> {
            try (SeriesWriter writer = new SeriesWriter(
                    connection, "X", Timeframe.MINUTE, Provenance.imported(null), OnConflict.REPLACE, 1)) {
                writer.add(rows);
                return writer.finish();
            }
        });
    }

    private static void delete(Imports imports, Random random) {
        Series series = imports.series("X");
        if (series != null) {
            long from = ORIGIN + random.nextInt(9) * 86_400_000L;
            imports.database()
                    .write(connection ->
                            BarDeletion.delete(connection, series, from, from + random.nextInt(2000) * SLOT, 2));
        }
    }

    private static void keep(Imports imports, TradingCalendar calendar) {
        Series series = imports.series("X");
        if (series != null) {
            imports.database().write(connection -> {
                DayVolumes.keep(connection, series, calendar);
                return null;
            });
        }
    }

    private static void compare(Imports imports, TradingCalendar calendar) {
        Series series = imports.series("X");
        if (series == null) {
            return;
        }
        Map<LocalDate, Double> expected = new TreeMap<>();
        for (Bar bar : imports.bars("X", BarRange.ALL)) {
            expected.merge(calendar.tradingDay(bar.openTime()), bar.volume(), Double::sum);
        }
        Map<LocalDate, Double> found =
                imports.database().read(connection -> DayVolumes.of(connection, series, calendar));
        assertEquals(expected, found);
    }
}
