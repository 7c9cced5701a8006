package futures.backtest.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EquityPackingTest {
    /** Equity in arrays. */
    private static final class Given implements EquityWalk {
        private final long initial;
        private final long[] times;
        private final long[] equity;
        private int bar = -1;

        Given(long initial, long[] times, long[] equity) {
            this.initial = initial;
            this.times = times;
            this.equity = equity;
        }

        @Override
        public int bars() {
            return times.length;
        }

        @Override
        public long initial() {
            return initial;
        }

        @Override
        public boolean next() {
            return ++bar < times.length;
        }

        @Override
        public long time() {
            return times[bar];
        }

        @Override
        public long equity() {
            return equity[bar];
        }
    }

    private static byte[] packed(long initial, long[] times, long[] equity) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        EquityPacking.write(bytes, new Given(initial, times, equity), new Given(initial, times, equity));
        return bytes.toByteArray();
    }

    private static void assertComesBack(long initial, long[] times, long[] equity) throws IOException {
        EquityWalk walk = EquityPacking.read(new ByteArrayInputStream(packed(initial, times, equity)));
        assertEquals(times.length, walk.bars());
        assertEquals(initial, walk.initial());
        for (int i = 0; i < times.length; i++) {
            assertTrue(walk.next());
            assertEquals(times[i], walk.time());
            assertEquals(equity[i], walk.equity());
        }
        assertFalse(walk.next());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4_095, 4_096, 4_097, 20_000})
    void whatWasWrittenComesBack(int bars) throws IOException {
        Random random = new Random(bars);
        long[] times = new long[bars];
        long[] equity = new long[bars];
        long time = 1_704_150_000_000L;
        long worth = 100_000_000_000L;
        for (int i = 0; i < bars; i++) {
            time += random.nextInt(100) == 0 ? 49L * 3_600_000 : 60_000;
            worth += random.nextBoolean() ? 0 : (random.nextInt(41) - 20) * 1_250_000L - random.nextInt(2) * 2_500_000L;
            times[i] = time;
            equity[i] = worth;
        }
        assertComesBack(100_000_000_000L, times, equity);
    }

    @Test
    void extremesComeBack() throws IOException {
        long most = 4_000_000_000_000_000_000L;
        assertComesBack(0, new long[] {-1, 0, Long.MAX_VALUE / 4}, new long[] {most, -most / 2, most / 3});
        assertComesBack(5, new long[] {7}, new long[] {5});
    }

    @Test
    void aBarOfTheSameEquityTakesTwoBytesAtMost() throws IOException {
        long[] times = new long[10_000];
        long[] equity = new long[10_000];
        Arrays.setAll(times, i -> i * 60_000L);
        Arrays.fill(equity, 1_000_000);
        assertTrue(packed(1_000_000, times, equity).length < 20_100);
    }

    @Test
    void otherContentIsNotTakenForEquity() throws IOException {
        assertNull(EquityPacking.read(new ByteArrayInputStream("{\"bars\":1}".getBytes(StandardCharsets.UTF_8))));
        byte[] whole = packed(0, new long[] {1, 2}, new long[] {3, 4});
        EquityWalk cut = EquityPacking.read(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length - 1)));
        assertThrows(EOFException.class, cut::next);
    }
}
