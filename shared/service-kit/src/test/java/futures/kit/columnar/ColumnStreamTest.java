package futures.kit.columnar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnStreamTest {
    static final List<Column> COLUMNS =
            List.of(Column.timestamp("timestamp"), Column.float64("close"), Column.int64("count"));

    static ColumnBatch batch(int rows, long seed) {
        Random random = new Random(seed);
        long[] time = random.longs(rows).toArray();
        double[] close = random.doubles(rows, -1e6, 1e6).toArray();
        long[] count = random.longs(rows).toArray();
        if (rows > 2) {
            close[0] = Double.NaN;
            close[1] = Double.NEGATIVE_INFINITY;
            close[2] = -0.0;
        }
        return new ColumnBatch(COLUMNS, rows, time, close, count);
    }

    static byte[] stream(ColumnBatch... batches) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ColumnWriter writer = new ColumnWriter(out, COLUMNS, Map.of("symbol", "ES", "zone", "Zürich"));
        for (ColumnBatch batch : batches) {
            writer.write(batch);
        }
        writer.end();
        return out.toByteArray();
    }

    static void assertSame(ColumnBatch expected, ColumnBatch found) {
        int rows = expected.rows();
        assertEquals(rows, found.rows());
        assertArrayEquals(Arrays.copyOf(expected.longs("timestamp"), rows), found.longs("timestamp"));
        assertArrayEquals(Arrays.copyOf(expected.doubles("close"), rows), found.doubles("close"));
        assertArrayEquals(Arrays.copyOf(expected.longs("count"), rows), found.longs("count"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8192, 8193, 100_000, 1_500_000})
    void whatIsWrittenIsReadBitForBit(int rows) throws IOException {
        ColumnBatch batch = batch(rows, 42);
        ColumnReader reader = new ColumnReader(new ByteArrayInputStream(stream(batch)));
        assertEquals(COLUMNS, reader.columns());
        assertEquals(Map.of("symbol", "ES", "zone", "Zürich"), reader.metadata());
        assertSame(batch, reader.next());
        assertNull(reader.next());
        assertNull(reader.next());
    }

    @Test
    void readAllJoinsTheBatches() throws IOException {
        ColumnBatch first = batch(10_000, 1);
        ColumnBatch second = batch(1, 2);
        ColumnBatch all = new ColumnReader(new ByteArrayInputStream(stream(first, second))).readAll();
        assertEquals(10_001, all.rows());
        assertEquals(first.longs("count")[9_999], all.longs("count")[9_999]);
        assertEquals(second.doubles("close")[0], all.doubles("close")[10_000]);
        assertEquals(10_001, all.doubles("close").length);
        assertEquals(
                0,
                new ColumnReader(new ByteArrayInputStream(stream())).readAll().rows());
    }

    @Test
    void aStreamCutOffAnywhereIsAnError() throws IOException {
        byte[] whole = stream(batch(5, 3));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            ColumnStreamException error = assertThrows(
                    ColumnStreamException.class,
                    () -> new ColumnReader(new ByteArrayInputStream(cut)).readAll(),
                    "cut at " + length);
            assertTrue(error.getMessage().contains("cut off"), error.getMessage());
        }
    }

    @Test
    void somethingElseThanArrowIsRefused() {
        byte[] json = "{\"status\": 404, \"title\": \"unknown\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        ColumnStreamException error =
                assertThrows(ColumnStreamException.class, () -> new ColumnReader(new ByteArrayInputStream(json)));
        assertTrue(error.getMessage().startsWith("this is no Arrow IPC stream"), error.getMessage());
    }

    @Test
    void anAbsurdLengthAsksForNoMemory() {
        byte[] frame = ByteBuffer.allocate(8)
                .putInt(-1)
                .put(new byte[] {0, 0, 0, 0x7f})
                .array();
        ColumnStreamException error =
                assertThrows(ColumnStreamException.class, () -> new ColumnReader(new ByteArrayInputStream(frame)));
        assertEquals("a message says that its metadata takes 2130706432 bytes", error.getMessage());
    }

    @Test
    void wrongArraysAreNamed() {
        assertEquals(
                "column 'close' is FLOAT64 and its values are not of that kind",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new ColumnBatch(COLUMNS, 1, new long[1], new long[1], new long[1]))
                        .getMessage());
        assertEquals(
                "column 'count' has 0 values for 1 rows",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new ColumnBatch(COLUMNS, 1, new long[1], new double[1], new long[0]))
                        .getMessage());
        assertEquals(
                "no column 'volume', there are [timestamp, close, count]",
                assertThrows(IllegalArgumentException.class, () -> batch(1, 1).doubles("volume"))
                        .getMessage());
    }
}
