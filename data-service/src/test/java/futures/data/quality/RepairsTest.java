package futures.data.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.data.source.BarSource;
import futures.data.source.BarSources;
import futures.data.store.BarEdits;
import futures.data.store.BarRange;
import futures.data.store.Series;
import futures.data.store.SeriesTable;
import futures.kit.sql.Database;
import futures.model.BarSeries;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.wire.data.RepairAnswer;
import futures.wire.data.RepairList;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On random faults, in a real store: what is repaired is gone, and what is undone is exactly as before. */
class RepairsTest {
    private static final List<String> ALL =
            Arrays.stream(RepairKind.values()).map(RepairKind::text).toList();

    @TempDir
    Path directory;

    private static Series series(Connection connection) throws SQLException {
        return SeriesTable.of(connection, "ES").get(0);
    }

    private static Repairs repairs(Connection connection) throws SQLException {
        BarSource source = new BarSources().of(connection, "ES").get(0);
        return new Repairs(
                series(connection),
                source,
                BarRange.ALL,
                TradingCalendar.CME_EQUITY,
                new TickGrid(new BigDecimal("0.25")));
    }

    private static RepairList list(Database database, int limit) {
        return database.snapshot(connection -> repairs(connection).list(connection, null, Long.MIN_VALUE, limit));
    }

    /** Every bar of the times that there ever were, as exact text. */
    private static String content(Database database, BarSeries bars) {
        return database.snapshot(connection -> {
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < bars.size(); i++) {
                times.add(bars.openTime(i));
            }
            StringBuilder text = new StringBuilder();
            new TreeMap<>(BarEdits.read(connection, series(connection), times))
                    .forEach((time, values) ->
                            text.append(time).append(Arrays.toString(values)).append('\n'));
            return text.append(series(connection).bars())
                    .append(' ')
                    .append(series(connection).firstTime())
                    .append(' ')
                    .append(series(connection).lastTime())
                    .toString();
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void allRepairsLeaveNoneAndUndoingThemLeavesNothing(long seed) {
        Random random = new Random(seed);
        BarSeries bars = FaultyBars.of(random, Timeframe.MINUTE, 20);
        try (Database database = Database.open(directory.resolve("futures.db"), "db/data")) {
            StoredBarsForTests.write(database, bars, "ES");
            String before = content(database, bars);
            RepairList proposed = list(database, 1000);
            assertTrue(
                    proposed.kinds()
                            .keySet()
                            .containsAll(List.of("broken_bars", "spikes", "off_tick_prices", "closed_bars")),
                    proposed.kinds()::toString);
            assertEquals(before, content(database, bars), "to propose changes nothing");

            // Some of them first, in two goes, then whatever is left.
            List<String> some = new ArrayList<>();
            proposed.proposals().forEach(proposal -> {
                if (random.nextInt(3) == 0) {
                    some.add(proposal.id());
                }
            });
            apply(database, some, null);
            assertFalse(list(database, 1000).proposals().stream().anyMatch(proposal -> some.contains(proposal.id())));
            apply(database, null, ALL);
            RepairList left = list(database, 1000);
            assertEquals(0, left.total(), () -> left.proposals().toString());
            assertNotEquals(before, content(database, bars));

            RepairAnswer undone =
                    database.write(connection -> MadeRepairs.undo(connection, series(connection), null, 3));
            assertTrue(undone.repairs() >= proposed.total() / 2, undone::toString);
            assertEquals(before, content(database, bars));
            assertEquals(proposed.proposals(), list(database, 1000).proposals());
        }
    }

    private static void apply(Database database, List<String> ids, List<String> kinds) {
        database.write(connection -> repairs(connection).apply(connection, ids, kinds, 2));
    }
}
