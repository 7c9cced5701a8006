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
 * @param commit      what is stored together
 */
public record ImportPlan(
        String symbol,
        Timeframe timeframe,
        Provenance provenance,
        List<PlannedFile> files,
        boolean skipBadRows,
        OnConflict onConflict,
        boolean dryRun,
        Commit commit) {

    /** What an import stores in one transaction. */
    public enum Commit {
        /** All of it, or nothing. */
        ALL,
        /** Each file for itself; the import can be resumed after the last one. */
        FILE
    }

    /** A file and how to read it. */
    public record PlannedFile(SourceFile file, Dialect dialect) {}

    List<SourceFile> sources() {
        return files.stream().map(PlannedFile::file).toList();
    }

    /** The same for one of its files. */
    ImportPlan only(PlannedFile one) {
        return new ImportPlan(symbol, timeframe, provenance, List.of(one), skipBadRows, onConflict, dryRun, commit);
    }

    /**
     * SHA-256 of everything but the content that decides what becomes of a file: one that was imported by the same options
     * before need not be read again.
     */
    String options(PlannedFile one) {
        return Sha256.of(one.dialect() + "; " + (skipBadRows ? "skip" : "fail") + "; " + onConflict);
    }
}
