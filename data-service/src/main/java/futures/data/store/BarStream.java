package futures.data.store;

import java.sql.SQLException;

/**
 * A range of bars, chunk by chunk, so that a range of any length takes the memory of one chunk.
 *
 * <p>Whoever opened it holds one read transaction until its end; then {@link #count()} is what it delivers. One of the two walks, once.
 */
public interface BarStream extends AutoCloseable {

    /** Takes the bars {@code from} (inclusive) to {@code to} (exclusive) of a chunk. */
    @FunctionalInterface
    interface Visitor<E extends Exception> {
        void visit(Chunk chunk, int from, int to) throws E;
    }

    /** Bars that a walk delivers. */
    long count();

    /** Oldest chunk first, each in ascending order. */
    <E extends Exception> void forEach(Visitor<E> visitor) throws E, SQLException;

    /** Newest chunk first; the bars inside each are still in ascending order. */
    <E extends Exception> void forEachNewestFirst(Visitor<E> visitor) throws E, SQLException;

    @Override
    void close() throws SQLException;
}
