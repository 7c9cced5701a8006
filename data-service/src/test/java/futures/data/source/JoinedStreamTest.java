package futures.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import futures.data.store.BarRange;
import futures.data.store.BarStream;
import futures.data.store.Chunk;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contracts one after the other take the memory of one chunk, however many there are. */
class JoinedStreamTest {
    private static final int CONTRACTS = 60;
    private static final int CHUNKS = 50;

    private int made;
    private int closed;

    /** Chunks of a single bar each, made when they are walked to; one is at time {@code 100 × contract + chunk}. */
    private final class Lazy implements BarSource {
        private final int contract;

        Lazy(int contract) {
            this.contract = contract;
        }

        @Override
        public BarHeader header() {
            throw new IllegalStateException("a joint has no need of it");
        }

        @Override
        public BarStream open(Connection connection, BarRange range) {
            int count = (int) Math.min(range.limit(), CHUNKS);
            return new BarStream() {
                @Override
                public long count() {
                    return count;
                }

                @Override
                public <E extends Exception> void forEach(Visitor<E> visitor) throws E {
                    for (int i = CHUNKS - count; i < CHUNKS; i++) {
                        visitor.visit(chunk(i), 0, 1);
                    }
                }

                @Override
                public <E extends Exception> void forEachNewestFirst(Visitor<E> visitor) throws E {
                    for (int i = CHUNKS - 1; i >= CHUNKS - count; i--) {
                        visitor.visit(chunk(i), 0, 1);
                    }
                }

                @Override
                public void close() {
                    closed++;
                }
            };
        }

        private Chunk chunk(int i) {
            made++;
            long[][] prices = {{contract}, {contract}, {contract}, {contract}};
            return new Chunk(new long[] {100L * contract + i}, prices, 0, new long[] {1}, 0);
        }
    }

    private JoinedStream joined(long limit) throws SQLException {
        List<Segment> segments = new ArrayList<>();
        for (int c = 0; c < CONTRACTS; c++) {
            PriceShift shift = PriceShift.by(BigDecimal.valueOf(1000L - c));
            segments.add(new Segment(new Lazy(c), 100L * c, 100L * c + CHUNKS, shift));
        }
        return new JoinedStream(null, segments, new BarRange(Long.MIN_VALUE, Long.MAX_VALUE, limit));
    }

    private static List<Long> times(long limit) {
        List<Long> times = new ArrayList<>();
        for (int k = (int) (CONTRACTS * CHUNKS - limit); k < CONTRACTS * CHUNKS; k++) {
            times.add(100L * (k / CHUNKS) + k % CHUNKS);
        }
        return times;
    }

    @Test
    void oneChunkIsMadeForEachThatIsTaken() throws SQLException {
        for (boolean newestFirst : new boolean[] {false, true}) {
            for (long limit : new long[] {CONTRACTS * CHUNKS, 777, 1}) {
                made = 0;
                closed = 0;
                List<Long> seen = new ArrayList<>();
                BarStream.Visitor<RuntimeException> visitor = (chunk, from, to) -> {
                    seen.add(chunk.time()[0]);
                    assertEquals(1000, chunk.prices()[0][0], "brought to the last contract's");
                    assertEquals(seen.size(), made, "made ahead");
                };
                try (JoinedStream stream = joined(limit)) {
                    assertEquals(0, made);
                    assertEquals(limit, stream.count());
                    if (newestFirst) {
                        stream.forEachNewestFirst(visitor);
                    } else {
                        stream.forEach(visitor);
                    }
                }
                List<Long> expected = times(limit);
                if (newestFirst) {
                    Collections.reverse(expected);
                }
                assertEquals(expected, seen);
                assertEquals((limit + CHUNKS - 1) / CHUNKS, closed, "contracts too old for the limit are not opened");
            }
        }
    }

    /** As when the client hangs up. */
    @Test
    void aWalkThatBreaksOffMakesNoMore() throws SQLException {
        try (JoinedStream stream = joined(CONTRACTS * CHUNKS)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> stream.<IllegalStateException>forEach((chunk, from, to) -> {
                        if (chunk.time()[0] == 103) {
                            throw new IllegalStateException("enough");
                        }
                    }));
        }
        assertEquals(CHUNKS + 4, made);
        assertEquals(CONTRACTS, closed);
    }
}
