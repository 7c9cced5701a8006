package futures.data.source;

import futures.data.store.BarRange;
import futures.data.store.BarStream;
import futures.data.store.Chunk;
import futures.data.store.ChunkRows;
import futures.model.BarSeries;
import java.sql.Connection;
import java.sql.SQLException;

/** A range of bars in memory, for what has to see all of them at once. */
public final class BarColumns {
    private final long[] time;
    private final double[][] values;
    private int filled;

    private BarColumns(int size) {
        time = new long[size];
        values = new double[5][size];
    }

    /** The caller holds one read transaction, and has made sure that the range fits into memory. */
    public static BarSeries read(Connection connection, BarSource source, BarRange range) throws SQLException {
        try (BarStream stream = source.open(connection, range)) {
            BarColumns columns = new BarColumns(Math.toIntExact(stream.count()));
            stream.forEach(columns::add);
            return BarSeries.owning(
                    source.header().symbol(),
                    source.header().timeframe(),
                    columns.time,
                    columns.values[0],
                    columns.values[1],
                    columns.values[2],
                    columns.values[3],
                    columns.values[4]);
        }
    }

    private void add(Chunk chunk, int from, int to) {
        System.arraycopy(chunk.time(), from, time, filled, to - from);
        for (int column = ChunkRows.OPEN; column <= ChunkRows.VOLUME; column++) {
            chunk.doubles(column, from, to, values[column], filled);
        }
        filled += to - from;
    }
}
