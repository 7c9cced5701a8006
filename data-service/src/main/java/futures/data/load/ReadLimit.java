package futures.data.load;

import futures.data.csv.CountedInput;
import futures.data.csv.SourceFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is read of several files together, and stops what unpacks without end. */
final class ReadLimit {
    private final long most;
    private final long named;
    private final AtomicLong read = new AtomicLong();

    /**
     * @param most  bytes, unpacked
     * @param named the limit as the user knows it, for the message
     */
    ReadLimit(long most, long named) {
        this.most = most;
        this.named = named;
    }

    /** Bytes so far; may be asked from another thread. */
    long read() {
        return read.get();
    }

    SourceFile of(SourceFile file) {
        return new SourceFile(file.name(), file.bytes(), () -> count(file.open()));
    }

    /** Why a file cannot be read, in words; the end of a file that was cut off has none of its own. */
    static String reason(IOException e) {
        return e.getMessage() == null || e instanceof EOFException ? "it ends too early" : e.getMessage();
    }

    InputStream count(InputStream in) {
        return new CountedInput(in, bytes -> {
            if (read.addAndGet(bytes) > most) {
                throw new IOException("the files hold more than limits.upload_mb (" + named / 1_048_576
                        + " MB) when unpacked; import them in parts or raise the limit");
            }
        });
    }
}
