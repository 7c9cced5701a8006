package futures.ml.model;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Models as bytes: a line that names the kind, then what that kind is made of. */
public final class ModelFile {
    private static final String MAGIC = "futures-model 1 ";
    private static final int LONGEST_HEAD = 200;

    private ModelFile() {}

    /** @throws IllegalArgumentException when it is no model, or damaged, saying why */
    public static FittedModel read(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && end < LONGEST_HEAD && bytes[end] != '\n') {
            end++;
        }
        String head = new String(bytes, 0, end, StandardCharsets.US_ASCII);
        if (!head.startsWith(MAGIC) || end == bytes.length) {
            throw new IllegalArgumentException("these bytes are no model of this version");
        }
        byte[] content = Arrays.copyOfRange(bytes, end + 1, bytes.length);
        String[] words = head.substring(MAGIC.length()).split(" ");
        return switch (words[0]) {
            case LinearModel.KIND -> LinearModel.read(json(content));
            case TreeModel.KIND -> TreeModel.read(words, content);
            case OnnxModel.KIND -> OnnxModel.read(words, content);
            case PreparedModel.KIND -> PreparedModel.read(parts(content));
            case CalibratedModel.KIND -> CalibratedModel.read(parts(content));
            default -> throw new IllegalArgumentException("there is no kind of model '" + words[0] + "'");
        };
    }

    static JsonNode json(byte[] content) {
        try {
            return Json.mapper().readTree(content);
        } catch (IOException e) {
            throw new IllegalArgumentException("the model is damaged: " + e.getMessage(), e);
        }
    }

    static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).isNull() ? Double.NaN : array.get(i).doubleValue();
        }
        return numbers;
    }

    /** A text and a model within another one: the length of the text in a line, then both. */
    static byte[] join(String text, FittedModel inner) {
        byte[] first = text.getBytes(StandardCharsets.UTF_8);
        byte[] length = (first.length + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] second = inner.bytes();
        byte[] all = Arrays.copyOf(length, length.length + first.length + second.length);
        System.arraycopy(first, 0, all, length.length, first.length);
        System.arraycopy(second, 0, all, length.length + first.length, second.length);
        return all;
    }

    /** A text and the model within. */
    record Parts(JsonNode text, FittedModel inner) {}

    private static Parts parts(byte[] content) {
        int end = 0;
        while (end < content.length && content[end] != '\n') {
            end++;
        }
        try {
            int length = Integer.parseInt(new String(content, 0, end, StandardCharsets.US_ASCII));
            int from = Math.addExact(end + 1, length);
            if (length < 0 || from > content.length) {
                throw new IllegalArgumentException("the model is damaged: it ends early");
            }
            return new Parts(
                    json(Arrays.copyOfRange(content, end + 1, from)),
                    read(Arrays.copyOfRange(content, from, content.length)));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("the model is damaged: no length where one must be", e);
        }
    }

    static List<Double> list(double[] values) {
        List<Double> list = new ArrayList<>(values.length);
        for (double value : values) {
            // JSON has no 0 below 0
            list.add(Double.isNaN(value) ? null : value + 0.0);
        }
        return list;
    }
}
