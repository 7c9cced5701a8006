package futures.ml.registry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Out-of-fold predictions by the open time of their bars, oldest first, and what of the bars the training has seen. */
public final class KeptPredictions {
    private final long[] times;
    private final double[] values;
    private final long seenFrom;
    private final long seenTo;

    /**
     * @param times    opens of bars, epoch milliseconds UTC, ascending
     * @param values   NaN where no fold tested the bar
     * @param seenFrom open of the first bar that the final model was trained on
     * @param seenTo   close of the last bar that any label has seen
     */
    public KeptPredictions(long[] times, double[] values, long seenFrom, long seenTo) {
        this.times = times;
        this.values = values;
        this.seenFrom = seenFrom;
        this.seenTo = seenTo;
    }

    /** NaN when there is none for a bar. */
    public double at(long openTime) {
        int found = Arrays.binarySearch(times, openTime);
        return found < 0 ? Double.NaN : values[found];
    }

    public long seenFrom() {
        return seenFrom;
    }

    /** The model knows nothing that closed later. */
    public long seenTo() {
        return seenTo;
    }

    byte[] pack() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(times.length);
            out.writeLong(seenFrom);
            out.writeLong(seenTo);
            long before = 0;
            for (int i = 0; i < times.length; i++) {
                out.writeLong(times[i] - before);
                out.writeDouble(values[i]);
                before = times[i];
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static KeptPredictions unpack(byte[] packed) {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(packed)))) {
            int size = in.readInt();
            long from = in.readLong();
            long to = in.readLong();
            long[] times = new long[size];
            double[] values = new double[size];
            long before = 0;
            for (int i = 0; i < size; i++) {
                before += in.readLong();
                times[i] = before;
                values[i] = in.readDouble();
            }
            return new KeptPredictions(times, values, from, to);
        } catch (IOException e) {
            throw new UncheckedIOException("stored predictions are damaged", e);
        }
    }
}
