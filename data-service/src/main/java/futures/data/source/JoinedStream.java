package futures.data.source;

import futures.data.store.BarRange;
import futures.data.store.BarStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Streams of contracts one after the other, each with its prices shifted. */
final class JoinedStream implements BarStream {
    private record Part(BarStream stream, PriceShift shift) {}

    /** Oldest first; those too old for the limit are not there. */
    private final List<Part> parts = new ArrayList<>();

    private final long count;

    JoinedStream(Connection connection, List<Segment> segments, BarRange range) throws SQLException {
        long left = range.limit();
        for (int i = segments.size() - 1; i >= 0 && left > 0; i--) {
            Segment segment = segments.get(i);
            long from = Math.max(range.from(), segment.from());
            long to = Math.min(range.to(), segment.to());
            if (from < to) {
                BarStream stream = segment.bars().open(connection, new BarRange(from, to, left));
                parts.add(0, new Part(stream, segment.shift()));
                left -= stream.count();
            }
        }
        this.count = range.limit() - left;
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public <E extends Exception> void forEach(Visitor<E> visitor) throws E, SQLException {
        for (Part part : parts) {
            part.stream()
                    .<E>forEach((chunk, from, to) -> visitor.visit(part.shift().apply(chunk), from, to));
        }
    }

    @Override
    public <E extends Exception> void forEachNewestFirst(Visitor<E> visitor) throws E, SQLException {
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            part.stream()
                    .<E>forEachNewestFirst(
                            (chunk, from, to) -> visitor.visit(part.shift().apply(chunk), from, to));
        }
    }

    @Override
    public void close() throws SQLException {
        for (Part part : parts) {
            part.stream().close();
        }
    }
}
