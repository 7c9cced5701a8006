package futures.data.load;

import futures.data.store.MergeCounts;
import futures.wire.data.ImportReport;
import futures.wire.data.ImportedFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an import says of itself when its rows are stored. */
final class ImportReports {
    private ImportReports() {}

    static ImportReport of(
            ImportPlan plan,
            RowSink sink,
            FileFeed feed,
            List<ImportedFile> files,
            MergeCounts counts,
            long openInterestDays,
            long seriesBars) {
        return new ImportReport(
                plan.symbol(),
                plan.timeframe().toString(),
                plan.dryRun(),
                sink.rows(),
                counts.added(),
                counts.unchanged(),
                counts.replaced(),
                counts.conflictsWithStore() - counts.replaced(),
                sink.duplicates() + counts.duplicates(),
                sink.outOfOrder(),
                feed.ignored(),
                feed.rounded(),
                openInterestDays,
                feed.badRows().count(),
                feed.badRows().first(),
                Instant.ofEpochMilli(sink.earliest()),
                Instant.ofEpochMilli(sink.latest()),
                seriesBars,
                feed.firstRows(),
                files,
                List.of(),
                notes(plan, sink, counts));
    }

    private static List<String> notes(ImportPlan plan, RowSink sink, MergeCounts counts) {
        List<String> notes = new ArrayList<>();
        if (counts.added() + counts.replaced() == 0) {
            notes.add("All of it was stored already; nothing changed.");
        }
        if (sink.outOfOrder() > 0) {
            notes.add(sink.outOfOrder() + " rows were not in order of time; they were sorted.");
        }
        plan.files().stream()
                .map(planned -> planned.dialect().program())
                .distinct()
                .forEach(program -> {
                    if (program.equals("NinjaTrader")) {
                        notes.add(
                                "NinjaTrader stamps the close of a bar, and its export is in UTC: if this file comes straight"
                                        + " from it, import it with stamps=close&time_zone=UTC.");
                    }
                });
        return notes;
    }
}
