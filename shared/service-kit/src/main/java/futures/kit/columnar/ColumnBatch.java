package futures.kit.columnar;

import java.util.ArrayList;
import java.util.List;

/**
 * A number of rows in columns. The arrays are handed over, not copied, and may be longer than the rows that count.
 */
public final class ColumnBatch {
    private final List<Column> columns;
    private final Object[] values;
    private final int rows;

    /**
     * @param values one {@code long[]} or {@code double[]} per column, as its type says, each of at least {@code rows} values
     * @throws IllegalArgumentException when an array is of the wrong kind, missing or too short
     */
    public ColumnBatch(List<Column> columns, int rows, Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(columns.size() + " columns but " + values.length + " arrays");
        }
        for (int i = 0; i < values.length; i++) {
            check(columns.get(i), values[i], rows);
        }
        this.columns = List.copyOf(columns);
        this.values = values.clone();
        this.rows = rows;
    }

    private static void check(Column column, Object array, int rows) {
        int length;
        if (column.type().isLong() && array instanceof long[] longs) {
            length = longs.length;
        } else if (!column.type().isLong() && array instanceof double[] doubles) {
            length = doubles.length;
        } else {
            throw new IllegalArgumentException(
                    "column '" + column.name() + "' is " + column.type() + " and its values are not of that kind");
        }
        if (length < rows) {
            throw new IllegalArgumentException(
                    "column '" + column.name() + "' has " + length + " values for " + rows + " rows");
        }
    }

    public List<Column> columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** Values of a timestamp or integer column; only the first {@link #rows()} count. */
    public long[] longs(String name) {
        if (values[indexOf(name)] instanceof long[] longs) {
            return longs;
        }
        throw new IllegalArgumentException("column '" + name + "' holds doubles");
    }

    /** Values of a double column; only the first {@link #rows()} count. */
    public double[] doubles(String name) {
        if (values[indexOf(name)] instanceof double[] doubles) {
            return doubles;
        }
        throw new IllegalArgumentException("column '" + name + "' holds integers");
    }

    Object values(int column) {
        return values[column];
    }

    private int indexOf(String name) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
            names.add(columns.get(i).name());
        }
        throw new IllegalArgumentException("no column '" + name + "', there are " + names);
    }
}
