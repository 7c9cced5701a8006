package futures.ml.model;

import java.util.Arrays;

/** Rows chosen from columns, which are shared and never written to. A value that is missing is not a number. */
public final class Matrix {
    private final double[][] columns;
    private final int[] rows;

    private Matrix(double[][] columns, int[] rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** All rows. */
    public static Matrix of(double[][] columns) {
        if (columns.length == 0) {
            throw new IllegalArgumentException("a matrix has at least one column");
        }
        int[] all = new int[columns[0].length];
        Arrays.setAll(all, i -> i);
        return of(columns, all);
    }

    /**
     * @param columns values by feature, then by row
     * @param rows    in any order, also more than once
     */
    public static Matrix of(double[][] columns, int[] rows) {
        if (columns.length == 0) {
            throw new IllegalArgumentException("a matrix has at least one column");
        }
        int length = columns[0].length;
        for (int f = 0; f < columns.length; f++) {
            if (columns[f].length != length) {
                throw new IllegalArgumentException(
                        "column " + f + " has " + columns[f].length + " rows, the first one " + length);
            }
        }
        for (int row : rows) {
            if (row < 0 || row >= length) {
                throw new IllegalArgumentException("there is no row " + row + " of " + length);
            }
            for (int f = 0; f < columns.length; f++) {
                if (Double.isInfinite(columns[f][row])) {
                    throw new IllegalArgumentException("column " + f + " is infinite in row " + row
                            + "; a value is a number, or not a number where it is missing");
                }
            }
        }
        return new Matrix(columns.clone(), rows.clone());
    }

    /** Of one row. */
    public static Matrix ofRow(double[] row) {
        double[][] columns = new double[row.length][];
        for (int f = 0; f < row.length; f++) {
            columns[f] = new double[] {row[f]};
        }
        return of(columns, new int[1]);
    }

    public int rows() {
        return rows.length;
    }

    public int features() {
        return columns.length;
    }

    public double at(int row, int feature) {
        return columns[feature][rows[row]];
    }

    /** The place among the columns' rows that a row of it was chosen from. */
    public int source(int row) {
        return rows[row];
    }

    /** Values of a feature. */
    public double[] column(int feature) {
        double[] column = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            column[i] = columns[feature][rows[i]];
        }
        return column;
    }

    double[] row(int row) {
        double[] values = new double[columns.length];
        for (int f = 0; f < values.length; f++) {
            values[f] = at(row, f);
        }
        return values;
    }

    /** With the values of one feature in another order; the others stay. */
    Matrix permuted(int feature, int[] order) {
        double[][] changed = new double[columns.length][];
        for (int f = 0; f < columns.length; f++) {
            changed[f] = column(f);
        }
        double[] before = changed[feature];
        double[] after = new double[before.length];
        for (int i = 0; i < after.length; i++) {
            after[i] = before[order[i]];
        }
        changed[feature] = after;
        return of(changed);
    }

    /** Row after row, in single precision, as native libraries take them. */
    float[] floats() {
        if ((long) rows.length * columns.length > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException(
                    rows.length + " rows of " + columns.length + " features are too many; take fewer bars or features");
        }
        float[] values = new float[rows.length * columns.length];
        for (int f = 0; f < columns.length; f++) {
            double[] column = columns[f];
            for (int i = 0, at = f; i < rows.length; i++, at += columns.length) {
                values[at] = (float) column[rows[i]];
            }
        }
        return values;
    }
}
