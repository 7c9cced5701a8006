package futures.data.sample;

import futures.data.store.Adjustment;
import futures.data.store.ChunkRows;
import futures.data.store.DayVolumes;
import futures.data.store.OnConflict;
import futures.data.store.OpenInterestTable;
import futures.data.store.Provenance;
import futures.data.store.Series;
import futures.data.store.SeriesTable;
import futures.data.store.SeriesWriter;
import futures.kit.sql.Database;
import futures.model.Timeframe;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the made-up series into the store, once; asked again, it finds them there and changes nothing. */
public final class SampleData {
    /** Ending of every made-up symbol; imports may not use it. */
    public static final String ENDING = "-SYNTH";
    /** The continuous series, the one to try a strategy on. */
    public static final String CONTINUOUS = "ES" + ENDING;

    /** Root of the dated contracts with known rolls, and of those with holes. */
    public static final String CHAIN = "MES" + ENDING;

    public static final String CHAIN_WITH_HOLES = "MNQ" + ENDING;

    public static final String JUNE = "ESM25" + ENDING;
    public static final String SEPTEMBER = "ESU25" + ENDING;

    private static final long SCALED_TICK = ChunkRows.UNIT / 4;

    private SampleData() {}

    /** @return bars that were added: 0 when all were there */
    public static long write(Database database, Clock clock) {
        SyntheticEs made = SyntheticEs.generate();
        long now = clock.millis();
        return database.write(connection -> write(connection, made, now));
    }

    /**
     * Writes a chain of dated contracts whose rolls and spreads are known.
     *
     * @param holes another chain, in which bars are missing
     * @return bars that were added: 0 when all were there
     */
    public static long writeChain(Database database, Clock clock, boolean holes) {
        String product = holes ? "MNQ" : "MES";
        SyntheticMonths made = SyntheticMonths.generate(product, holes);
        long now = clock.millis();
        return database.write(connection -> {
            long added = 0;
            for (int m = 0; m < made.months().size(); m++) {
                String symbol = made.months().get(m).contract().symbol() + ENDING;
                String how = "generated, not a market; seed " + SyntheticMonths.SEED;
                Provenance provenance = new Provenance(product, how, true, Adjustment.NONE);
                added += write(connection, symbol, SyntheticMonths.TIMEFRAME, made.bars(m), provenance, now);
                writeOpenInterest(connection, symbol, made, m);
            }
            return added;
        });
    }

    private static void writeOpenInterest(Connection connection, String symbol, SyntheticMonths made, int month)
            throws SQLException {
        Series series =
                SeriesTable.find(connection, symbol, SyntheticMonths.TIMEFRAME).orElseThrow();
        Map<LocalDate, OpenInterestTable.Figure> figures = new TreeMap<>();
        made.openInterest(month)
                .forEach((day, contracts) ->
                        figures.put(day, new OpenInterestTable.Figure(contracts, SyntheticMonths.CALENDAR.endOf(day))));
        OpenInterestTable.merge(connection, series, figures, OnConflict.REPLACE);
        DayVolumes.keep(connection, series, SyntheticMonths.CALENDAR);
    }

    private static long write(Connection connection, SyntheticEs made, long now) throws SQLException {
        String how = "generated, not a market; seed " + SyntheticEs.SEED;
        return write(connection, JUNE, made.june(), how, Adjustment.NONE, now)
                + write(connection, SEPTEMBER, made.september(), how, Adjustment.NONE, now)
                + write(
                        connection,
                        CONTINUOUS,
                        made.continuous(),
                        how + "; " + JUNE + " until " + SyntheticEs.ROLL_DAY + " moved up by " + made.rollGap()
                                + " ticks, then " + SEPTEMBER,
                        Adjustment.DIFFERENCE,
                        now);
    }

    private static long write(
            Connection connection,
            String symbol,
            List<SyntheticBar> bars,
            String source,
            Adjustment adjustment,
            long now)
            throws SQLException {
        return write(connection, symbol, Timeframe.MINUTE, bars, new Provenance("ES", source, true, adjustment), now);
    }

    private static long write(
            Connection connection,
            String symbol,
            Timeframe timeframe,
            List<SyntheticBar> bars,
            Provenance provenance,
            long now)
            throws SQLException {
        long slot = timeframe.millis();
        try (SeriesWriter writer =
                new SeriesWriter(connection, symbol, timeframe, provenance, OnConflict.REPLACE, now)) {
            ChunkRows chunk = null;
            for (SyntheticBar bar : bars) {
                long start = ChunkRows.startOf(bar.time(), slot);
                if (chunk == null || chunk.start() != start) {
                    if (chunk != null) {
                        writer.add(chunk);
                    }
                    chunk = new ChunkRows(start, slot);
                }
                chunk.put(
                        bar.time(),
                        bar.open() * SCALED_TICK,
                        bar.high() * SCALED_TICK,
                        bar.low() * SCALED_TICK,
                        bar.close() * SCALED_TICK,
                        bar.volume() * ChunkRows.UNIT);
            }
            if (chunk != null) {
                writer.add(chunk);
            }
            writer.finish();
            return writer.counts().added();
        }
    }
}
