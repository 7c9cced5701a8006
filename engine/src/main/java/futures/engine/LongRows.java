package futures.engine;

import java.util.Arrays;

/** Rows of whole numbers that grow without being copied. */
final class LongRows {
    private static final int ROWS_IN_CHUNK_BITS = 9;
    private static final int ROWS_IN_CHUNK = 1 << ROWS_IN_CHUNK_BITS;

    private final int width;
    private long[][] chunks = new long[8][];
    private int size;

    LongRows(int width) {
        this.width = width;
    }

    int size() {
        return size;
    }

    /** @return the index of a new row of zeros */
    int add() {
        int chunk = size >> ROWS_IN_CHUNK_BITS;
        if ((size & (ROWS_IN_CHUNK - 1)) == 0) {
            if (chunk == chunks.length) {
                chunks = Arrays.copyOf(chunks, chunk * 2);
            }
            chunks[chunk] = new long[ROWS_IN_CHUNK * width];
        }
        return size++;
    }

    /** The array that holds a row, from {@link #start} on. */
    long[] chunk(int row) {
        return chunks[row >> ROWS_IN_CHUNK_BITS];
    }

    int start(int row) {
        return (row & (ROWS_IN_CHUNK - 1)) * width;
    }

    long get(int row, int column) {
        return chunk(row)[start(row) + column];
    }
}
