package futures.data.sample;

import futures.data.store.Adjustment;
import futures.data.store.ChunkRows;
import futures.data.store.OnConflict;
import futures.data.store.Provenance;
import futures.data.store.SeriesWriter;
import futures.kit.sql.Database;
import futures.model.Timeframe;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Writes the made-up series into the store, once; asked again, it finds them there and changes nothing. */
public final class SampleData {
    /** Ending of every made-up symbol; imports may not use it. */
    public static final String ENDING = "-SYNTH";
    /** The continuous series, the one to try a strategy on. */
    public static final String CONTINUOUS = "ES" + ENDING;

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
        Provenance provenance = new Provenance("ES", source, true, adjustment);
        long slot = Timeframe.MINUTE.millis();
        try (SeriesWriter writer =
                new SeriesWriter(connection, symbol, Timeframe.MINUTE, provenance, OnConflict.REPLACE, now)) {
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
