package futures.data.load;

import futures.data.load.RowSink.FileChunk;
import futures.data.store.MergeCounts;
import futures.data.store.SeriesWriter;
import futures.wire.data.ImportedFile;
import futures.wire.data.ImportedFile.Seen;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Merges chunks into the store and says which file brought what was there already. */
final class MergedFiles {
    private final SeriesWriter writer;
    private final long[] duplicates;
    private final long[] conflicts;

    MergedFiles(int files, SeriesWriter writer) {
        this.writer = writer;
        this.duplicates = new long[files];
        this.conflicts = new long[files];
    }

    void add(FileChunk chunk) throws SQLException {
        MergeCounts counts = writer.counts();
        long duplicatesBefore = counts.duplicates();
        long conflictsBefore = counts.conflictsWithStore();
        writer.add(chunk.rows());
        duplicates[chunk.file()] += counts.duplicates() - duplicatesBefore;
        conflicts[chunk.file()] += counts.conflictsWithStore() - conflictsBefore;
    }

    /** The files of the plan with what was found in them while they were read, and merging's share added to it. */
    List<ImportedFile> files(List<ImportedFile> read) {
        List<ImportedFile> all = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            ImportedFile file = read.get(i);
            Seen seen = file.seen();
            all.add(new ImportedFile(
                    file.name(),
                    file.rows(),
                    file.bytes(),
                    file.sha256(),
                    file.dialect(),
                    file.timeZone(),
                    file.stamps(),
                    new Seen(
                            seen.duplicates() + duplicates[i],
                            seen.outOfOrder(),
                            seen.rounded(),
                            seen.badRows(),
                            conflicts[i])));
        }
        return all;
    }
}
