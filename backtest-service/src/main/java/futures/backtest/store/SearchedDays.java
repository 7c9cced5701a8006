package futures.backtest.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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

    byte[] packed() {
        return Gzip.of(out -> {
            DataOutputStream data = new DataOutputStream(out);
            for (double profit : profits) {
                data.writeDouble(profit);
            }
            data.flush();
        });
    }

    static double[] unpacked(byte[] packed) {
        try (DataInputStream in = new DataInputStream(Gzip.open(packed))) {
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
            double[] profits = new double[bytes.remaining() / Double.BYTES];
            bytes.asDoubleBuffer().get(profits);
            return profits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
