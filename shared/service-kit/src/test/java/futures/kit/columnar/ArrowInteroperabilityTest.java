package futures.kit.columnar;

import static futures.kit.columnar.ColumnStreamTest.assertSame;
import static futures.kit.columnar.ColumnStreamTest.batch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.TimeStampMilliTZVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.junit.jupiter.api.Test;

/** Our codec against the Arrow project's own Java implementation, both ways. */
class ArrowInteroperabilityTest {

    @Test
    void arrowsOwnReaderReadsOurStream() throws IOException {
        ColumnBatch first = batch(1000, 5);
        ColumnBatch second = batch(3, 6);
        byte[] stream = ColumnStreamTest.stream(first, second);
        try (BufferAllocator allocator = new RootAllocator();
                ArrowStreamReader reader = new ArrowStreamReader(new ByteArrayInputStream(stream), allocator)) {
            VectorSchemaRoot root = reader.getVectorSchemaRoot();
            assertEquals(
                    "Schema<timestamp: Timestamp(MILLISECOND, UTC) not null,"
                            + " close: FloatingPoint(DOUBLE) not null, count: Int(64, true) not null>",
                    root.getSchema().toString().replaceAll("\\(metadata:.*\\)$", ""));
            assertEquals(
                    Map.of("symbol", "ES", "zone", "Zürich"), root.getSchema().getCustomMetadata());
            for (ColumnBatch expected : List.of(first, second)) {
                assertTrue(reader.loadNextBatch());
                assertEquals(expected.rows(), root.getRowCount());
                assertSame(expected, copy(root));
            }
            assertFalse(reader.loadNextBatch());
        }
    }

    private static ColumnBatch copy(VectorSchemaRoot root) {
        int rows = root.getRowCount();
        long[] time = new long[rows];
        double[] close = new double[rows];
        long[] count = new long[rows];
        for (int i = 0; i < rows; i++) {
            time[i] = ((TimeStampMilliTZVector) root.getVector("timestamp")).get(i);
            close[i] = ((Float8Vector) root.getVector("close")).get(i);
            count[i] = ((BigIntVector) root.getVector("count")).get(i);
        }
        return new ColumnBatch(ColumnStreamTest.COLUMNS, rows, time, close, count);
    }

    @Test
    void weReadWhatArrowsOwnWriterWrites() throws IOException {
        ColumnBatch expected = batch(777, 7);
        try (BufferAllocator allocator = new RootAllocator();
                TimeStampMilliTZVector time = new TimeStampMilliTZVector("timestamp", allocator, "UTC");
                Float8Vector close = new Float8Vector("close", allocator);
                BigIntVector count = new BigIntVector("count", allocator)) {
            for (int i = 0; i < expected.rows(); i++) {
                time.setSafe(i, expected.longs("timestamp")[i]);
                close.setSafe(i, expected.doubles("close")[i]);
                count.setSafe(i, expected.longs("count")[i]);
            }
            byte[] stream = write(expected.rows(), time, close, count);
            assertSame(expected, new ColumnReader(new ByteArrayInputStream(stream)).readAll());

            close.setNull(3);
            byte[] withGap = write(expected.rows(), time, close, count);
            ColumnStreamException error = assertThrows(
                    ColumnStreamException.class, () -> new ColumnReader(new ByteArrayInputStream(withGap)).readAll());
            assertEquals("column 'close' has missing values", error.getMessage());
        }
    }

    @Test
    void aTypeThatBarsDoNotNeedIsRefusedByName() throws IOException {
        try (BufferAllocator allocator = new RootAllocator();
                VarCharVector text = new VarCharVector("venue", allocator)) {
            text.allocateNew();
            byte[] stream = write(0, text);
            ColumnStreamException error =
                    assertThrows(ColumnStreamException.class, () -> new ColumnReader(new ByteArrayInputStream(stream)));
            assertEquals(
                    "column 'venue' is of type Utf8; only timestamp[ms], int64 and float64 columns are read",
                    error.getMessage());
        }
    }

    private static byte[] write(int rows, FieldVector... vectors) throws IOException {
        for (FieldVector vector : vectors) {
            vector.setValueCount(rows);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // The vectors belong to the caller, so the root is not closed here.
        VectorSchemaRoot root = new VectorSchemaRoot(List.of(vectors));
        root.setRowCount(rows);
        ArrowStreamWriter writer = new ArrowStreamWriter(root, null, out);
        writer.start();
        writer.writeBatch();
        writer.end();
        return out.toByteArray();
    }
}
