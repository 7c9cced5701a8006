package futures.data.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The bars of a stored series. */
public final class BarCursor implements BarStream {
    private record Part(long start, int bars) {}

    private final ChunkTable chunks;
    private final Series series;
    private final BarRange range;
    private final List<Part> parts;
    private long skipped;
    private final long count;

    public BarCursor(Connection connection, Series series, BarRange range) throws SQLException {
        this.series = series;
        this.range = range;
        this.chunks = new ChunkTable(connection);
        this.parts = parts(connection);
        long found = 0;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            // Only the chunks at the ends can lie partly outside the range.
            boolean edge = i == 0 || i == parts.size() - 1;
            found += edge ? inside(chunks.load(series.id(), part.start())) : part.bars();
        }
        this.count = Math.min(found, range.limit());
        this.skipped = found - count;
    }

    private List<Part> parts(Connection connection) throws SQLException {
        List<Part> found = new ArrayList<>();
        long length = ChunkRows.SLOTS * series.timeframe().millis();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT chunk_start, bars FROM bar_chunk WHERE series_id = ? AND chunk_start > ? AND chunk_start < ?"
                        + " ORDER BY chunk_start")) {
            select.setLong(1, series.id());
            select.setLong(2, Math.max(range.from(), Long.MIN_VALUE + length) - length);
            select.setLong(3, range.to());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Part(row.getLong(1), row.getInt(2)));
                }
            }
        }
        return found;
    }

    private int inside(Chunk chunk) {
        return Math.max(0, chunk.firstAtOrAfter(range.to()) - chunk.firstAtOrAfter(range.from()));
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public <E extends Exception> void forEach(Visitor<E> visitor) throws E, SQLException {
        for (int i = 0; i < parts.size(); i++) {
            // Chunks between the ends lie wholly in the range: those too old for the limit are passed over unread.
            boolean edge = i == 0 || i == parts.size() - 1;
            if (!edge && skipped >= parts.get(i).bars()) {
                skipped -= parts.get(i).bars();
            } else {
                visit(chunks.load(series.id(), parts.get(i).start()), visitor);
            }
        }
    }

    private <E extends Exception> void visit(Chunk chunk, Visitor<E> visitor) throws E {
        int from = chunk.firstAtOrAfter(range.from());
        int to = chunk.firstAtOrAfter(range.to());
        int drop = (int) Math.min(skipped, Math.max(0, to - from));
        skipped -= drop;
        if (from + drop < to) {
            visitor.visit(chunk, from + drop, to);
        }
    }

    @Override
    public <E extends Exception> void forEachNewestFirst(Visitor<E> visitor) throws E, SQLException {
        long left = count;
        for (int i = parts.size() - 1; i >= 0 && left > 0; i--) {
            Chunk chunk = chunks.load(series.id(), parts.get(i).start());
            int to = chunk.firstAtOrAfter(range.to());
            int from = (int) Math.max(chunk.firstAtOrAfter(range.from()), to - left);
            if (from < to) {
                visitor.visit(chunk, from, to);
                left -= to - from;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        chunks.close();
    }
}
