package futures.ml.model;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Sixty rows of four features, and what other libraries make of them. */
final class SmallModels {
    static final JsonNode FIGURES = read();
    static final double[][] COLUMNS = columns();
    static final double[] CLASSES = numbers("/y_binary");
    static final double[] NUMBERS = numbers("/y_real");

    private SmallModels() {}

    private static JsonNode read() {
        try (InputStream in = SmallModels.class.getResourceAsStream("small_models.json")) {
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[][] columns() {
        JsonNode rows = FIGURES.path("X");
        double[][] columns = new double[rows.get(0).size()][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int f = 0; f < columns.length; f++) {
                columns[f][i] = rows.get(i).get(f).doubleValue();
            }
        }
        return columns;
    }

    static double number(String place) {
        JsonNode found = FIGURES.at(place);
        if (!found.isNumber()) {
            throw new AssertionError("there is no number at " + place);
        }
        return found.doubleValue();
    }

    static double[] numbers(String place) {
        JsonNode found = FIGURES.at(place);
        if (!found.isArray() || found.isEmpty()) {
            throw new AssertionError("there are no numbers at " + place);
        }
        double[] numbers = new double[found.size()];
        Arrays.setAll(numbers, i -> found.get(i).doubleValue());
        return numbers;
    }

    static int[] rows(int count) {
        int[] rows = new int[count];
        Arrays.setAll(rows, i -> i);
        return rows;
    }

    static Sample classes() {
        return new Sample(COLUMNS, rows(CLASSES.length), CLASSES, null);
    }

    static Sample real() {
        return new Sample(COLUMNS, rows(NUMBERS.length), NUMBERS, null);
    }

    /** The rows whose predictions the figures have. */
    static Matrix first() {
        return Matrix.of(COLUMNS, rows(8));
    }

    static byte[] writtenByPython() {
        try (InputStream in = SmallModels.class.getResourceAsStream("xgb_small.json")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
