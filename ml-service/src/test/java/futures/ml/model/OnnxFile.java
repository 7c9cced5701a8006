package futures.ml.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a logistic regression in the ONNX format, field by field of its protocol buffers (onnx.proto, IR version 8, operators 13). */
final class OnnxFile {
    private static final int FLOAT = 1;
    private static final int DOUBLE = 11;
    private static final int INT = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /**
     * Sigmoid(x W + b).
     *
     * @param doubles whether in double precision
     * @param classes whether a row of both classes' probabilities comes out, instead of that of the second
     */
    static byte[] logistic(double intercept, double[] coefficients, boolean doubles, boolean classes) {
        int type = doubles ? DOUBLE : FLOAT;
        OnnxFile graph = new OnnxFile();
        graph.message(1, node("MatMul", "sums", "x", "w"));
        graph.message(1, node("Add", "logits", "sums", "b"));
        graph.message(1, node("Sigmoid", "p", "logits"));
        if (classes) {
            OnnxFile axis = new OnnxFile().text(1, "axis").number(3, 1).number(20, INT);
            graph.message(5, tensor("one", type, new double[] {1}, 1));
            graph.message(1, node("Sub", "q", "one", "p"));
            graph.message(1, node("Concat", "both", "q", "p").message(5, axis));
        }
        graph.text(2, "logistic");
        graph.message(5, tensor("w", type, coefficients, coefficients.length, 1));
        graph.message(5, tensor("b", type, new double[] {intercept}, 1));
        graph.message(11, value("x", type, coefficients.length));
        graph.message(12, value(classes ? "both" : "p", type, classes ? 2 : 1));
        OnnxFile operators = new OnnxFile().text(1, "").number(2, 13);
        return new OnnxFile()
                .number(1, 8)
                .message(7, graph)
                .message(8, operators)
                .out
                .toByteArray();
    }

    private static OnnxFile node(String operator, String output, String... inputs) {
        OnnxFile node = new OnnxFile();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(4, operator);
    }

    private static OnnxFile tensor(String name, int type, double[] values, int... shape) {
        OnnxFile tensor = new OnnxFile();
        for (int size : shape) {
            tensor.number(1, size);
        }
        ByteBuffer raw =
                ByteBuffer.allocate(values.length * (type == FLOAT ? 4 : 8)).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            if (type == FLOAT) {
                raw.putFloat((float) value);
            } else {
                raw.putDouble(value);
            }
        }
        return tensor.number(2, type).text(8, name).bytes(9, raw.array());
    }

    /** Rows of which there may be any number. */
    private static OnnxFile value(String name, int type, int columns) {
        OnnxFile shape =
                new OnnxFile().message(1, new OnnxFile().text(2, "rows")).message(1, new OnnxFile().number(1, columns));
        OnnxFile tensor = new OnnxFile().number(1, type).message(2, shape);
        return new OnnxFile().text(1, name).message(2, new OnnxFile().message(1, tensor));
    }

    private OnnxFile number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    private OnnxFile text(int field, String text) {
        return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private OnnxFile message(int field, OnnxFile message) {
        return bytes(field, message.out.toByteArray());
    }

    private OnnxFile bytes(int field, byte[] bytes) {
        varint((long) field << 3 | 2);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    private void varint(long value) {
        long left = value;
        while (left > 0x7F) {
            out.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }
}
