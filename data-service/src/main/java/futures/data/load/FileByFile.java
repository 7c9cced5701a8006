package futures.data.load;

import futures.data.load.ImportPlan.PlannedFile;
import futures.data.store.Series;
import futures.data.store.SeriesTable;
import futures.kit.sql.Database;
import futures.wire.data.BadRow;
import futures.wire.data.ImportReport;
import futures.wire.data.ImportedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Imports the files of a plan one after the other, each for itself. One whose content was imported by the same options before
 * is passed over, so that an import that was cut off goes on where it was when it is asked for again.
 */
final class FileByFile {
    /** Imports the one file of a plan. */
    interface OneFile {
        ImportReport run(ImportPlan one, int position);
    }

    private final Database database;
    private final ImportPlan plan;
    private final ImportMeter meter;
    private final Runnable tell;
    private final Map<String, Set<String>> known = new HashMap<>();
    private final List<ImportReport> reports = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    FileByFile(Database database, ImportPlan plan, ImportMeter meter, Runnable tell) {
        this.database = database;
        this.plan = plan;
        this.meter = meter;
        this.tell = tell;
    }

    ImportReport run(OneFile importer) {
        for (int i = 0; i < plan.files().size(); i++) {
            PlannedFile file = plan.files().get(i);
            meter.file(i);
            tell.run();
            try {
                if (isKnown(file)) {
                    skipped.add(file.file().name());
                    meter.skipped(file.file());
                } else {
                    reports.add(importer.run(plan.only(file), i));
                }
            } catch (ImportRefused e) {
                throw refused(file, e);
            }
        }
        return sum();
    }

    private boolean isKnown(PlannedFile file) {
        Set<String> contents = known.computeIfAbsent(
                plan.options(file),
                options -> database.read(
                        connection -> ImportFileTable.known(connection, plan.symbol(), plan.timeframe(), options)));
        if (contents.isEmpty()) {
            return false;
        }
        try (InputStream in = file.file().open()) {
            return contents.contains(Sha256.of(in));
        } catch (IOException e) {
            throw FileFeed.unreadable(file.file().name(), e);
        }
    }

    private ImportRefused refused(PlannedFile file, ImportRefused reason) {
        int done = reports.size() + skipped.size();
        return new ImportRefused(
                done + " of " + plan.files().size() + " files are imported and stay; the next is '"
                        + file.file().name() + "': " + reason.getMessage()
                        + " The same request goes on after the files that are imported.",
                reason.rows());
    }

    private ImportReport sum() {
        List<BadRow> badRows = new ArrayList<>();
        List<ImportedFile> files = new ArrayList<>();
        Set<String> notes = new HashSet<>();
        for (ImportReport report : reports) {
            report.firstBadRows().stream()
                    .limit(BadRows.SHOWN - (long) badRows.size())
                    .forEach(badRows::add);
            files.addAll(report.files());
            notes.addAll(report.notes());
        }
        return new ImportReport(
                plan.symbol(),
                plan.timeframe().toString(),
                false,
                sum(ImportReport::rowsRead),
                sum(ImportReport::rowsAdded),
                sum(ImportReport::rowsUnchanged),
                sum(ImportReport::rowsReplaced),
                sum(ImportReport::rowsKept),
                sum(ImportReport::duplicates),
                sum(ImportReport::outOfOrder),
                sum(ImportReport::ignored),
                sum(ImportReport::rounded),
                sum(ImportReport::openInterestDays),
                sum(ImportReport::badRows),
                badRows,
                reports.stream()
                        .map(ImportReport::first)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                reports.stream()
                        .map(ImportReport::last)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                bars(),
                reports.isEmpty() ? List.of() : reports.get(0).firstRows(),
                files,
                skipped,
                notes.stream().sorted().toList());
    }

    private long sum(ToLongFunction<ImportReport> count) {
        return reports.stream().mapToLong(count).sum();
    }

    private long bars() {
        return database.read(connection -> SeriesTable.find(connection, plan.symbol(), plan.timeframe())
                .map(Series::bars)
                .orElse(0L));
    }
}
