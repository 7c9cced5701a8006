package futures.kit.columnar;

/** What a column holds; every value takes eight bytes. */
public enum ColumnType {
    /** Epoch milliseconds, {@code timestamp[ms, UTC]} in Arrow; a {@code long[]} here. */
    TIMESTAMP_MS,
    /** Signed 64-bit integers; a {@code long[]} here. */
    INT64,
    /** Doubles; a {@code double[]} here. */
    FLOAT64;

    boolean isLong() {
        return this != FLOAT64;
    }
}
