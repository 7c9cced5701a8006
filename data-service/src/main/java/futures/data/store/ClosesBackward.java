package futures.data.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The closes of a series from a bar back to the ones before it, in the memory of one chunk. */
public final class ClosesBackward {
    private final Connection connection;
    private final Series series;
    private final long before;
    private long chunkStart;
    private Chunk chunk;
    private int at;

    /** @param before epoch milliseconds; bars that open at it or later are left out */
    public ClosesBackward(Connection connection, Series series, long before) {
        this.connection = connection;
        this.series = series;
        this.before = before;
        this.chunkStart = before;
    }

    /** Goes to the next older bar, the first time to the newest; false when there is none. */
    public boolean advance() throws SQLException {
        at--;
        while (chunk == null || at < 0) {
            if (!olderChunk()) {
                return false;
            }
            at = chunk.firstAtOrAfter(before) - 1;
        }
        return true;
    }

    private boolean olderChunk() throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT chunk_start FROM bar_chunk WHERE series_id = ? AND chunk_start < ?"
                        + " ORDER BY chunk_start DESC LIMIT 1")) {
            select.setLong(1, series.id());
            select.setLong(2, chunkStart);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                chunkStart = row.getLong(1);
            }
        }
        try (ChunkTable chunks = new ChunkTable(connection)) {
            chunk = chunks.load(series.id(), chunkStart);
        }
        return true;
    }

    public long time() {
        return chunk.time()[at];
    }

    public double close() {
        double[] close = new double[1];
        chunk.doubles(ChunkRows.CLOSE, at, at + 1, close, 0);
        return close[0];
    }
}
