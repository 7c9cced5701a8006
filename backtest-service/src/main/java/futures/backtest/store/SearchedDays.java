package futures.backtest.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * Daily profits of a combination.
 *
 * @param best    whether it is one of the hundred best
 * @param drawn   whether it is one of those that were drawn from all with a result
 * @param profits change of equity over each trading day, in the account's currency
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as values
public record SearchedDays(int number, boolean best, boolean drawn, double[] profits) {

    /** Big-endian doubles. */
    byte[] content() {
        ByteBuffer bytes = ByteBuffer.allocate(profits.length * Double.BYTES);
        bytes.asDoubleBuffer().put(profits);
        return bytes.array();
    }

    /** @param packed whether it is gzip, as earlier versions wrote it */
    static double[] profits(byte[] content, boolean packed) {
        try (InputStream in = packed ? Gzip.open(content) : new ByteArrayInputStream(content)) {
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
            double[] profits = new double[bytes.remaining() / Double.BYTES];
            bytes.asDoubleBuffer().get(profits);
            return profits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
