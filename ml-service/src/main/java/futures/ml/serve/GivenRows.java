package futures.ml.serve;

import futures.kit.http.Problem;
import futures.ml.model.Matrix;
import java.util.ArrayList;
import java.util.List;

/** Rows of a request, checked against a model's columns. */
final class GivenRows {
    private static final int MOST = 100_000;

    private GivenRows() {}

    /** @throws Problem 422 naming columns that are missing, not the model's, or in another order, and rows that do not fit */
    static Matrix matrix(List<String> expected, List<String> columns, List<List<Double>> rows) {
        if (columns == null) {
            throw Problem.unprocessable("Name the columns of the rows: " + expected + ".")
                    .field("columns", null, "missing");
        }
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(columns);
        List<String> extra = new ArrayList<>(columns);
        extra.removeAll(expected);
        if (!missing.isEmpty() || !extra.isEmpty()) {
            throw Problem.unprocessable(
                            "The columns are not the model's: " + (missing.isEmpty() ? "" : "missing " + missing)
                                    + (missing.isEmpty() || extra.isEmpty() ? "" : ", ")
                                    + (extra.isEmpty() ? "" : "not its own " + extra)
                                    + ". It takes " + expected + ".")
                    .field("columns", columns, "must be " + expected);
        }
        if (!columns.equals(expected)) {
            throw Problem.unprocessable(
                            "The columns are in another order than the model's, or one is there twice; it takes "
                                    + expected + ".")
                    .field("columns", columns, "must be " + expected);
        }
        if (rows.isEmpty() || rows.size() > MOST) {
            throw Problem.unprocessable("Give 1 to " + MOST + " rows, found " + rows.size() + ".")
                    .field("rows", rows.size(), "1 to " + MOST);
        }
        double[][] values = new double[expected.size()][rows.size()];
        for (int r = 0; r < rows.size(); r++) {
            List<Double> row = rows.get(r);
            if (row == null || row.size() != expected.size()) {
                throw Problem.unprocessable("Row " + r + " has " + (row == null ? 0 : row.size())
                                + " values, there are " + expected.size() + " columns.")
                        .field("rows[" + r + "]", row, expected.size() + " values");
            }
            for (int c = 0; c < values.length; c++) {
                Double value = row.get(c);
                if (value != null && value.isInfinite()) {
                    throw Problem.unprocessable("Row " + r + " has an infinite value in '" + expected.get(c) + "'.")
                            .field("rows[" + r + "][" + c + "]", value, "a number or null");
                }
                values[c][r] = value == null ? Double.NaN : value;
            }
        }
        return Matrix.of(values);
    }
}
