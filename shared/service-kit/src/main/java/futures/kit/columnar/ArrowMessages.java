package futures.kit.columnar;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;

/** Builds the flatbuffer messages of the Arrow columnar format, version 5 (Message.fbs, Schema.fbs). */
final class ArrowMessages {
    static final int BYTES_PER_VALUE = 8;

    private ArrowMessages() {}

    static ByteBuffer schema(List<Column> columns, Map<String, String> metadata) {
        FlatBufferBuilder builder = new FlatBufferBuilder(1024);
        int[] fields =
                columns.stream().mapToInt(column -> field(builder, column)).toArray();
        int fieldVector = Schema.createFieldsVector(builder, fields);
        int[] pairs = metadata.entrySet().stream()
                .mapToInt(entry -> KeyValue.createKeyValue(
                        builder, builder.createString(entry.getKey()), builder.createString(entry.getValue())))
                .toArray();
        int metadataVector = Schema.createCustomMetadataVector(builder, pairs);
        Schema.startSchema(builder);
        Schema.addEndianness(builder, Endianness.Little);
        Schema.addFields(builder, fieldVector);
        Schema.addCustomMetadata(builder, metadataVector);
        return message(builder, MessageHeader.Schema, Schema.endSchema(builder), 0);
    }

    private static int field(FlatBufferBuilder builder, Column column) {
        int name = builder.createString(column.name());
        int children = Field.createChildrenVector(builder, new int[0]);
        int type;
        byte kind;
        switch (column.type()) {
            case TIMESTAMP_MS -> {
                kind = Type.Timestamp;
                type = Timestamp.createTimestamp(builder, TimeUnit.MILLISECOND, builder.createString("UTC"));
            }
            case INT64 -> {
                kind = Type.Int;
                type = Int.createInt(builder, 64, true);
            }
            default -> {
                kind = Type.FloatingPoint;
                type = FloatingPoint.createFloatingPoint(builder, Precision.DOUBLE);
            }
        }
        Field.startField(builder);
        Field.addName(builder, name);
        Field.addNullable(builder, false);
        Field.addTypeType(builder, kind);
        Field.addType(builder, type);
        Field.addChildren(builder, children);
        return Field.endField(builder);
    }

    /** The body that belongs to it holds, per column, no validity bitmap and {@code 8 * rows} bytes of values. */
    static ByteBuffer recordBatch(int columns, int rows) {
        FlatBufferBuilder builder = new FlatBufferBuilder(512);
        long bytes = (long) rows * BYTES_PER_VALUE;
        // Vectors of structs are built back to front.
        RecordBatch.startNodesVector(builder, columns);
        for (int i = 0; i < columns; i++) {
            FieldNode.createFieldNode(builder, rows, 0);
        }
        int nodes = builder.endVector();
        RecordBatch.startBuffersVector(builder, columns * 2);
        for (int i = columns - 1; i >= 0; i--) {
            Buffer.createBuffer(builder, i * bytes, bytes);
            Buffer.createBuffer(builder, i * bytes, 0);
        }
        int buffers = builder.endVector();
        RecordBatch.startRecordBatch(builder);
        RecordBatch.addLength(builder, rows);
        RecordBatch.addNodes(builder, nodes);
        RecordBatch.addBuffers(builder, buffers);
        return message(builder, MessageHeader.RecordBatch, RecordBatch.endRecordBatch(builder), columns * bytes);
    }

    private static ByteBuffer message(FlatBufferBuilder builder, byte headerType, int header, long bodyLength) {
        Message.startMessage(builder);
        Message.addVersion(builder, MetadataVersion.V5);
        Message.addHeaderType(builder, headerType);
        Message.addHeader(builder, header);
        Message.addBodyLength(builder, bodyLength);
        builder.finish(Message.endMessage(builder));
        return builder.dataBuffer();
    }
}
