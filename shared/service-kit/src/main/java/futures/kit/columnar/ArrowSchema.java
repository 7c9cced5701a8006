package futures.kit.columnar;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;

/** The columns and key-value pairs that the first message of a stream declares. */
record ArrowSchema(List<Column> columns, Map<String, String> metadata) {

    static ArrowSchema of(Schema schema) throws ColumnStreamException {
        if (schema.endianness() != Endianness.Little) {
            throw new ColumnStreamException("the stream is " + ByteOrder.BIG_ENDIAN + ", write it little-endian");
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < schema.fieldsLength(); i++) {
            columns.add(column(schema.fields(i)));
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        for (int i = 0; i < schema.customMetadataLength(); i++) {
            KeyValue pair = schema.customMetadata(i);
            metadata.put(pair.key(), pair.value());
        }
        return new ArrowSchema(List.copyOf(columns), Map.copyOf(metadata));
    }

    private static Column column(Field field) throws ColumnStreamException {
        if (field.dictionary() != null) {
            throw unsupported(field, "is dictionary-encoded");
        }
        switch (field.typeType()) {
            case Type.Timestamp -> {
                Timestamp type = (Timestamp) field.type(new Timestamp());
                if (type.unit() == TimeUnit.MILLISECOND) {
                    return Column.timestamp(field.name());
                }
            }
            case Type.Int -> {
                Int type = (Int) field.type(new Int());
                if (type.bitWidth() == 64 && type.isSigned()) {
                    return Column.int64(field.name());
                }
            }
            case Type.FloatingPoint -> {
                FloatingPoint type = (FloatingPoint) field.type(new FloatingPoint());
                if (type.precision() == Precision.DOUBLE) {
                    return Column.float64(field.name());
                }
            }
            default -> {}
        }
        throw unsupported(field, "is of type " + Type.name(field.typeType()));
    }

    private static ColumnStreamException unsupported(Field field, String what) {
        return new ColumnStreamException(
                "column '" + field.name() + "' " + what + "; only timestamp[ms], int64 and float64 columns are read");
    }
}
