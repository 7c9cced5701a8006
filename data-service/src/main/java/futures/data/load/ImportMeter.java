package futures.data.load;

import futures.data.csv.SourceFile;
import futures.wire.data.ImportProgress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what an import does on one thread, to be asked from another. */
final class ImportMeter {
    /** Earlier, a rate would say more about the start than about what is to come. */
    private static final long LEAST_MILLIS = 200;

    private final Clock clock;
    private final List<SourceFile> files;
    private final long bytesTotal;
    private final long started;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong skippedBytes = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();
    private volatile int file;
    private final AtomicInteger skipped = new AtomicInteger();

    ImportMeter(Clock clock, List<SourceFile> files) {
        this.clock = clock;
        this.files = files;
        this.bytesTotal = files.stream().mapToLong(SourceFile::bytes).sum();
        this.started = clock.millis();
    }

    /** Position of the file that is read from now on. */
    void file(int position) {
        file = position;
    }

    void bytes(int read) {
        bytes.addAndGet(read);
    }

    /** Rows of the whole import so far. Called for every row, so it is no more than a write. */
    void rows(long sum) {
        rows.lazySet(sum);
    }

    long rows() {
        return rows.get();
    }

    /** A file was passed over; its bytes say nothing about the time that rows take. */
    void skipped(SourceFile passed) {
        skipped.incrementAndGet();
        bytes.addAndGet(passed.bytes());
        skippedBytes.addAndGet(passed.bytes());
    }

    ImportProgress now() {
        long millis = clock.millis() - started;
        // Bytes of a file that grows while it is read are no more than it had.
        long done = Math.min(bytes.get(), bytesTotal);
        long worked = done - skippedBytes.get();
        Long rate = millis < LEAST_MILLIS ? null : Math.round(rows.get() * 1000.0 / millis);
        Double left = millis < LEAST_MILLIS || worked <= 0
                ? null
                : Math.round(millis / 100.0 * (bytesTotal - done) / worked) / 10.0;
        return new ImportProgress(
                rows.get(),
                rate,
                done,
                bytesTotal,
                files.get(file).name(),
                file + 1,
                files.size(),
                skipped.get(),
                left);
    }
}
