package futures.data.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how much is read through it. */
public final class CountedInput extends FilterInputStream {
    /** Hears how many bytes were read just now. */
    @FunctionalInterface
    public interface Counter {
        /** @throws IOException to end the reading */
        void add(int bytes) throws IOException;
    }

    private final Counter counter;

    public CountedInput(InputStream in, Counter counter) {
        super(in);
        this.counter = counter;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got = super.read(target, offset, length);
        if (got > 0) {
            counter.add(got);
        }
        return got;
    }
}
