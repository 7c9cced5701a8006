package futures.data.store;

/**
 * A chunk as one row of the table {@code bar_chunk}.
 *
 * @param start    epoch milliseconds of its first slot
 * @param timeUnit milliseconds that one step of the time column stands for
 * @param columns  time, open, high, low, close, volume
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared as values
record PackedChunk(long start, int bars, long timeUnit, int priceDecimals, int volumeDecimals, PackedColumn[] columns) {
    static final int COLUMNS = 1 + ChunkRows.VALUES;

    static PackedChunk of(ChunkRows rows) {
        long[][] prices = new long[4][];
        for (int column = 0; column < prices.length; column++) {
            prices[column] = rows.column(column);
        }
        int priceDecimals = reduce(prices);
        long[] volume = rows.column(ChunkRows.VOLUME);
        int volumeDecimals = reduce(volume);
        long[] time = rows.times();
        long unit = timeUnit(time, rows.start(), rows.slotMillis());
        for (int i = 0; i < time.length; i++) {
            time[i] = (time[i] - rows.start()) / unit;
        }
        PackedColumn[] columns = {
            PackedColumn.pack(time),
            PackedColumn.pack(prices[ChunkRows.OPEN]),
            PackedColumn.pack(prices[ChunkRows.HIGH]),
            PackedColumn.pack(prices[ChunkRows.LOW]),
            PackedColumn.pack(prices[ChunkRows.CLOSE]),
            PackedColumn.pack(volume)
        };
        return new PackedChunk(rows.start(), rows.size(), unit, priceDecimals, volumeDecimals, columns);
    }

    /** Whole slots where all bars lie on them, else whole seconds (a day that opens at 22:00 or 23:00), else milliseconds. */
    private static long timeUnit(long[] time, long start, long slotMillis) {
        for (long unit : new long[] {slotMillis, 1000}) {
            boolean fits = true;
            for (long instant : time) {
                fits &= (instant - start) % unit == 0;
            }
            if (fits) {
                return unit;
            }
        }
        return 1;
    }

    /** Drops the trailing zeros that all values share, in place; answers the decimals that are left. */
    private static int reduce(long[]... columns) {
        long divisor = ChunkRows.UNIT;
        int decimals = 0;
        for (long[] column : columns) {
            for (long value : column) {
                while (value % divisor != 0) {
                    divisor /= 10;
                    decimals++;
                }
            }
        }
        for (long[] column : columns) {
            for (int i = 0; i < column.length; i++) {
                column[i] /= divisor;
            }
        }
        return decimals;
    }

    Chunk unpack() {
        long[] time = columns[0].unpack();
        for (int i = 0; i < time.length; i++) {
            time[i] = start + time[i] * timeUnit;
        }
        long[][] prices = new long[4][];
        for (int column = 0; column < prices.length; column++) {
            prices[column] = columns[1 + column].unpack();
        }
        return new Chunk(time, prices, priceDecimals, columns[1 + ChunkRows.VOLUME].unpack(), volumeDecimals);
    }
}
