package futures.kit.columnar;

/** Name and type of one column of a stream. */
public record Column(String name, ColumnType type) {
    public static Column timestamp(String name) {
        return new Column(name, ColumnType.TIMESTAMP_MS);
    }

    public static Column int64(String name) {
        return new Column(name, ColumnType.INT64);
    }

    public static Column float64(String name) {
        return new Column(name, ColumnType.FLOAT64);
    }
}
