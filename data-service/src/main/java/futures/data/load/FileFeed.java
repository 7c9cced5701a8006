package futures.data.load;

import futures.data.csv.Row;
import futures.data.csv.RowError;
import futures.data.csv.RowReader;
import futures.data.csv.ScaledNumber;
import futures.data.csv.SourceFile;
import futures.data.csv.Stamps;
import futures.wire.data.BarMessage;
import futures.wire.data.ImportedFile;
import futures.wire.data.ImportedFile.Seen;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Reads the files of a plan into a {@link RowSink}, on a thread of its own beside the one that stores. */
final class FileFeed {
    private static final int SHOWN_ROWS = 5;
    /** A file with more bad rows than this was not understood; reading it to the end would tell nothing more. */
    private static final long MOST_BAD_ROWS = 10_000;

    private final ImportPlan plan;
    private final long mostBytes;
    private final DailyOpenInterest openInterest;
    private final BadRows badRows = new BadRows();
    private final AtomicLong bytesRead = new AtomicLong();
    private final List<BarMessage> firstRows = new ArrayList<>();
    private final List<ImportedFile> files = new ArrayList<>();
    private long ignored;
    private long rounded;

    FileFeed(ImportPlan plan, long mostBytes, DailyOpenInterest openInterest) {
        this.openInterest = openInterest;
        this.plan = plan;
        this.mostBytes = mostBytes;
    }

    void readInto(RowSink sink) throws IOException, InterruptedException {
        for (int i = 0; i < plan.files().size(); i++) {
            sink.file(i);
            read(plan.files().get(i), sink);
        }
        if (badRows.count() == 0 || plan.skipBadRows()) {
            sink.finish();
        }
    }

    private void read(ImportPlan.PlannedFile planned, RowSink sink) throws IOException, InterruptedException {
        SourceFile file = planned.file();
        MessageDigest digest = sha256();
        long before = sink.rows();
        long duplicatesBefore = sink.duplicates();
        long outOfOrderBefore = sink.outOfOrder();
        long badBefore = badRows.count();
        long roundedHere;
        long bytesBefore = bytesRead.get();
        try (InputStream in = new DigestInputStream(new Counting(file.open()), digest)) {
            RowReader reader = new RowReader(in, planned.dialect());
            while (readRow(reader, file, sink)) {
                if (badRows.count() > MOST_BAD_ROWS && !plan.skipBadRows()) {
                    return;
                }
            }
            ignored += reader.ignored();
            roundedHere = reader.rounded();
            rounded += roundedHere;
        }
        files.add(new ImportedFile(
                file.name(),
                sink.rows() - before,
                bytesRead.get() - bytesBefore,
                HexFormat.of().formatHex(digest.digest()),
                planned.dialect().text(),
                planned.dialect().zone().getId(),
                planned.dialect().stamps() == Stamps.OPEN ? "open" : "close",
                new Seen(
                        sink.duplicates() - duplicatesBefore,
                        sink.outOfOrder() - outOfOrderBefore,
                        roundedHere,
                        badRows.count() - badBefore,
                        0)));
    }

    private boolean readRow(RowReader reader, SourceFile file, RowSink sink) throws IOException, InterruptedException {
        String reason;
        try {
            Row row = reader.next();
            if (row == null) {
                return false;
            }
            reason = sink.add(row);
            if (reason == null) {
                openInterest.add(row);
            }
            if (firstRows.size() < SHOWN_ROWS && reason == null) {
                firstRows.add(message(row));
            }
        } catch (RowError e) {
            reason = e.getMessage();
        }
        if (reason != null) {
            badRows.add(file.name(), reader.line(), reason, reader.text());
        }
        return true;
    }

    static BarMessage message(Row row) {
        return new BarMessage(
                Instant.ofEpochMilli(row.time).toString(),
                ScaledNumber.decimal(row.open),
                ScaledNumber.decimal(row.high),
                ScaledNumber.decimal(row.low),
                ScaledNumber.decimal(row.close),
                ScaledNumber.decimal(row.volume));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    BadRows badRows() {
        return badRows;
    }

    /** Unpacked bytes so far; may be asked from another thread. */
    long bytesRead() {
        return bytesRead.get();
    }

    List<BarMessage> firstRows() {
        return firstRows;
    }

    /** In the order of the plan, without what merging finds. */
    List<ImportedFile> files() {
        return files;
    }

    long ignored() {
        return ignored;
    }

    long rounded() {
        return rounded;
    }

    /** Counts what is read, and stops what unpacks without end. */
    private final class Counting extends FilterInputStream {
        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (read > 0 && bytesRead.addAndGet(read) > mostBytes) {
                throw new IOException("the files hold more than limits.upload_mb (" + mostBytes / 1_048_576
                        + " MB) when unpacked; import them in parts or raise the limit");
            }
            return read;
        }
    }
}
