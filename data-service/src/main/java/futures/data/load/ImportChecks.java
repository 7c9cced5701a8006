package futures.data.load;

import futures.data.store.MergeCounts;
import futures.data.store.OnConflict;
import futures.data.store.OpenInterestTable;
import futures.wire.data.BadRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Refuses an import whose rows are bad or contradict the store, where its plan does not allow for it. */
final class ImportChecks {
    private ImportChecks() {}

    /** Of bars, among them those that the files have twice. */
    static void bars(ImportPlan plan, BadRows bad, MergeCounts counts) {
        counts.importConflictTimes()
                .forEach(time -> bad.add(
                        plan.files().get(0).file().name(),
                        0,
                        "a second bar for " + Instant.ofEpochMilli(time) + " with other values",
                        ""));
        if (bad.count() > 0 && !plan.skipBadRows()) {
            BadRow first = bad.first().get(0);
            throw new ImportRefused(
                    bad.count() + " bad rows, nothing was imported; the first is line " + first.line() + " of "
                            + first.file() + ": " + first.reason()
                            + ". Correct them, or import the others with on_error=skip.",
                    bad.first());
        }
        if (counts.conflictsWithStore() > 0 && plan.onConflict() == OnConflict.FAIL) {
            List<BadRow> rows = counts.storeConflictTimes().stream()
                    .map(time -> new BadRow(
                            plan.symbol(),
                            0,
                            "the bar of " + Instant.ofEpochMilli(time) + " is stored with other values",
                            ""))
                    .toList();
            throw new ImportRefused(
                    counts.conflictsWithStore() + " bars are stored already with other values, nothing was imported;"
                            + " say on_conflict=keep or on_conflict=replace.",
                    rows);
        }
    }

    /** Of open interest that was merged into the store. */
    static void openInterest(ImportPlan plan, List<OpenInterestTable.Conflict> conflicts) {
        if (conflicts.isEmpty() || plan.onConflict() != OnConflict.FAIL) {
            return;
        }
        List<BadRow> rows = conflicts.stream()
                .limit(20)
                .map(conflict -> new BadRow(
                        plan.symbol(),
                        0,
                        "the open interest of " + conflict.day() + " is stored as "
                                + BigDecimal.valueOf(conflict.stored()).toPlainString() + ", not "
                                + BigDecimal.valueOf(conflict.given()).toPlainString(),
                        ""))
                .toList();
        throw new ImportRefused(
                "Open interest of " + conflicts.size() + " days is stored already with other values, nothing"
                        + " was imported; say on_conflict=keep or on_conflict=replace.",
                rows);
    }
}
