package futures.data.load;

import futures.data.csv.Dialect;
import futures.data.csv.SourceFile;
import futures.data.store.OnConflict;
import futures.data.store.Provenance;
import futures.model.Timeframe;
import java.util.List;

/**
 * An import that has been understood and can run: everything that was open is settled.
 *
 * @param skipBadRows go on without bad rows; otherwise one bad row refuses the whole import
 * @param dryRun      do everything and store nothing
 */
public record ImportPlan(
        String symbol,
        Timeframe timeframe,
        Provenance provenance,
        List<PlannedFile> files,
        boolean skipBadRows,
        OnConflict onConflict,
        boolean dryRun) {

    /** A file and how to read it. */
    public record PlannedFile(SourceFile file, Dialect dialect) {}

    long bytes() {
        return files.stream().mapToLong(planned -> planned.file().bytes()).sum();
    }
}
