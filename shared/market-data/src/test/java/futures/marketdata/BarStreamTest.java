package futures.marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.kit.columnar.ColumnReader;
import futures.kit.columnar.ColumnStreamException;
import futures.model.BarSeries;
import futures.model.Timeframe;
import futures.model.bars.BarForm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BarStreamTest {
    private static final SeriesKey MINUTES = key("1m");

    private static SeriesKey key(String form) {
        return new SeriesKey("MES", BarForm.parse(form), null, null, null);
    }

    static BarSeries minutes(int count) {
        BarSeries.Builder bars = BarSeries.builder("MES", Timeframe.MINUTE);
        for (int i = 0; i < count; i++) {
            bars.add(60_000L * (i + 1), 10 + i, 12 + i, 9 + i, 11.25 + i, 100 * i);
        }
        return bars.build();
    }

    private static byte[] written(BarStream stream) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stream.write(out);
        return out.toByteArray();
    }

    private static BarStream throughTheWire(SeriesKey key, BarStream stream) throws IOException {
        return BarStream.read(key, new ByteArrayInputStream(written(stream)));
    }

    private static void assertSameBars(BarSeries expected, BarSeries found) {
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.bar(i), found.bar(i));
        }
    }

    @Test
    void storedBarsAreAsLongAsTheirTimeframeSays() throws IOException {
        BarStream read = throughTheWire(MINUTES, new BarStream(minutes(3), "MES"));
        assertEquals("MES", read.product());
        assertEquals("MES", read.bars().symbol());
        assertEquals(Timeframe.MINUTE, read.bars().timeframe());
        assertNull(read.bars().madeFrom());
        assertSameBars(minutes(3), read.bars());
    }

    @Test
    void madeBarsHaveClosesOfTheirOwn() throws IOException {
        BarSeries made = BarSeries.made(
                "MES",
                Timeframe.parse("4h"),
                "4h",
                Timeframe.MINUTE,
                new long[] {0, 14_400_000},
                new long[] {14_400_000, 15_000_000},
                new double[] {1, 2},
                new double[] {2, 3},
                new double[] {1, 1},
                new double[] {2, 2},
                new double[] {7, 8});
        BarStream read = throughTheWire(key("4h"), new BarStream(made, null));
        assertNull(read.product());
        assertEquals("4h", read.bars().form());
        assertEquals(Timeframe.MINUTE, read.bars().madeFrom());
        assertSameBars(made, read.bars());
    }

    @Test
    void thereNeedNotBeAny() throws IOException {
        assertTrue(
                throughTheWire(MINUTES, new BarStream(minutes(0), "MES")).bars().isEmpty());
    }

    @Test
    void aStreamThatWasCutOffIsNoShorterSeries() throws IOException {
        byte[] whole = written(new BarStream(minutes(3), "MES"));
        for (int missing : new int[] {1, 8, 100}) {
            byte[] cut = Arrays.copyOf(whole, whole.length - missing);
            assertThrows(ColumnStreamException.class, () -> BarStream.read(MINUTES, new ByteArrayInputStream(cut)));
        }
    }

    @Test
    void itSaysWhoseBarsTheyAreInItsHead() throws IOException {
        byte[] bytes = written(new BarStream(minutes(1), "MES"));
        assertEquals(Map.of("product", "MES"), new ColumnReader(new ByteArrayInputStream(bytes)).metadata());
    }
}
