package futures.kit.columnar;

import java.io.IOException;

/** Takes batches of the same columns, one after the other, and writes them in its format. */
public interface ColumnOutput {
    /** @throws IllegalArgumentException when the batch has other columns than the output */
    void write(ColumnBatch batch) throws IOException;

    /** Marks what was written as complete; without it no reader takes it for whole. */
    void end() throws IOException;
}
