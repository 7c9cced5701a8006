package futures.data.load;

import futures.data.csv.Row;
import futures.data.csv.RowError;
import futures.data.csv.RowReader;
import futures.data.csv.ScaledNumber;
import futures.data.csv.SourceFile;
import futures.data.csv.Stamps;
import futures.wire.data.BadRow;
import futures.wire.data.BarMessage;
import futures.wire.data.ImportedFile;
import futures.wire.data.ImportedFile.Seen;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the files of a plan into a {@link RowSink}, on a thread of its own beside the one that stores. */
final class FileFeed {
    private static final int SHOWN_ROWS = 5;
    /** A file with more bad rows than this was not understood; reading it to the end would tell nothing more. */
    private static final long MOST_BAD_ROWS = 10_000;

    private final ImportPlan plan;
    private final ReadLimit limit;
    private final ImportMeter meter;
    private final int firstFile;
    private final long rowsBefore;
    private final DailyOpenInterest openInterest;
    private final BadRows badRows = new BadRows();
    private final List<BarMessage> firstRows = new ArrayList<>();
    private final List<ImportedFile> files = new ArrayList<>();
    private long ignored;
    private long rounded;

    /** @param firstFile position of the plan's first file in the whole import, for the meter */
    FileFeed(ImportPlan plan, ReadLimit limit, ImportMeter meter, int firstFile, DailyOpenInterest openInterest) {
        this.openInterest = openInterest;
        this.plan = plan;
        this.limit = limit;
        this.meter = meter;
        this.firstFile = firstFile;
        this.rowsBefore = meter.rows();
    }

    void readInto(RowSink sink) throws IOException, InterruptedException {
        for (int i = 0; i < plan.files().size(); i++) {
            sink.file(i);
            meter.file(firstFile + i);
            read(plan.files().get(i), sink);
        }
        if (badRows.count() == 0 || plan.skipBadRows()) {
            sink.finish();
        }
    }

    private void read(ImportPlan.PlannedFile planned, RowSink sink) throws IOException, InterruptedException {
        SourceFile file = planned.file();
        MessageDigest digest = Sha256.digest();
        long before = sink.rows();
        long duplicatesBefore = sink.duplicates();
        long outOfOrderBefore = sink.outOfOrder();
        long badBefore = badRows.count();
        long roundedHere;
        long bytesBefore = limit.read();
        try (InputStream in = new DigestInputStream(limit.count(file.open(meter::bytes)), digest)) {
            RowReader reader = new RowReader(in, planned.dialect());
            while (readRow(reader, file, sink)) {
                meter.rows(rowsBefore + sink.rows());
                if (badRows.count() > MOST_BAD_ROWS && !plan.skipBadRows()) {
                    return;
                }
            }
            ignored += reader.ignored();
            roundedHere = reader.rounded();
            rounded += roundedHere;
        } catch (IOException e) {
            throw unreadable(file.name(), e);
        }
        files.add(new ImportedFile(
                file.name(),
                sink.rows() - before,
                limit.read() - bytesBefore,
                Sha256.text(digest),
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

    /** A packed file that was cut off or damaged, or one that holds too much. */
    static ImportRefused unreadable(String file, IOException e) {
        return new ImportRefused(
                "'" + file + "' cannot be read to its end, nothing was imported: " + ReadLimit.reason(e) + ".",
                List.of(new BadRow(file, 0, ReadLimit.reason(e), "")));
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

    BadRows badRows() {
        return badRows;
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
}
