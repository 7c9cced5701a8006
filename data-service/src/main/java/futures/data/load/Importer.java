package futures.data.load;

import futures.data.contract.Contracts;
import futures.data.load.ImportPlan.Commit;
import futures.data.load.RowSink.FileChunk;
import futures.data.roll.DatedSymbol;
import futures.data.store.ChunkRows;
import futures.data.store.DayVolumes;
import futures.data.store.OpenInterestTable;
import futures.data.store.Series;
import futures.data.store.SeriesWriter;
import futures.kit.sql.Database;
import futures.model.TradingCalendar;
import futures.wire.data.ImportProgress;
import futures.wire.data.ImportReport;
import futures.wire.data.ImportedFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs imports: one transaction each, so that a refused, cancelled or killed one leaves the store as it was; or one for each
 * file, when the plan says so. One thread reads and parses, the caller's packs and stores.
 */
public final class Importer {
    private static final int CHUNKS_AHEAD = 64;
    private static final long TELL_MILLIS = 200;
    /** Told from other chunks by identity. */
    private static final FileChunk END = new FileChunk(0, new ChunkRows(0, 1));

    private final Database database;
    private final Clock clock;
    private final long mostBytes;

    /** @param mostBytes most unpacked bytes of one import */
    public Importer(Database database, Clock clock, long mostBytes) {
        this.database = database;
        this.clock = clock;
        this.mostBytes = mostBytes;
    }

    /** Rolls the transaction of a dry run back, and carries its report out. */
    private static final class DryRunDone extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ImportReport report;

        DryRunDone(ImportReport report) {
            super(null, null, false, false);
            this.report = report;
        }
    }

    /**
     * Imports a plan, in as many transactions as it says.
     *
     * @param progress  hears several times a second on the caller's thread; what it throws ends the import
     * @param committed hears of every transaction that is through
     * @throws ImportRefused when rows are bad or contradict the store, and the plan does not allow for it
     */
    public ImportReport run(ImportPlan plan, Consumer<ImportProgress> progress, Consumer<ImportReport> committed) {
        ImportMeter meter = new ImportMeter(clock, plan.sources());
        Runnable tell = () -> progress.accept(meter.now());
        ReadLimit limit = new ReadLimit(mostBytes, mostBytes);
        if (plan.commit() == Commit.FILE && !plan.dryRun()) {
            return new FileByFile(database, plan, meter, tell).run((one, position) -> {
                ImportReport report = inOneTransaction(one, limit, meter, position, tell);
                committed.accept(report);
                return report;
            });
        }
        ImportReport report = inOneTransaction(plan, limit, meter, 0, tell);
        if (!plan.dryRun()) {
            committed.accept(report);
        }
        return report;
    }

    private ImportReport inOneTransaction(
            ImportPlan plan, ReadLimit limit, ImportMeter meter, int firstFile, Runnable tell) {
        try {
            return database.write(connection -> {
                ImportReport report = run(plan, limit, meter, firstFile, tell, connection);
                if (plan.dryRun()) {
                    throw new DryRunDone(report);
                }
                return report;
            });
        } catch (DryRunDone done) {
            return done.report;
        }
    }

    private ImportReport run(
            ImportPlan plan, ReadLimit limit, ImportMeter meter, int firstFile, Runnable tell, Connection connection)
            throws SQLException {
        long now = clock.millis();
        BlockingQueue<FileChunk> queue = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
        RowSink sink = new RowSink(plan.timeframe().millis(), queue::put);
        TradingCalendar calendar =
                Contracts.calendar(Contracts.spec(connection, plan.provenance().product()));
        DailyOpenInterest openInterest =
                new DailyOpenInterest(calendar, plan.timeframe().millis());
        FileFeed feed = new FileFeed(plan, limit, meter, firstFile, openInterest);
        FeedThread thread = new FeedThread(() -> feed.readInto(sink), () -> queue.put(END));
        try (SeriesWriter writer = new SeriesWriter(
                connection, plan.symbol(), plan.timeframe(), plan.provenance(), plan.onConflict(), now)) {
            thread.start();
            MergedFiles merged = new MergedFiles(plan.files().size(), writer);
            store(queue, merged, tell);
            thread.rethrow();
            ImportChecks.bars(plan, feed.badRows(), writer.counts());
            if (sink.rows() == 0) {
                throw new ImportRefused(
                        "The files hold no rows to import.", feed.badRows().first());
            }
            long seriesId = writer.series().id();
            Optional<Series> series = writer.finish();
            long openInterestDays = 0;
            if (series.isPresent()) {
                openInterestDays = store(openInterest, series.get(), plan, connection);
                if (DatedSymbol.parse(plan.symbol()).isPresent()) {
                    DayVolumes.keep(connection, series.get(), calendar);
                }
            }
            List<ImportedFile> files = merged.files(feed.files());
            for (int i = 0; i < files.size(); i++) {
                String options = plan.options(plan.files().get(i));
                ImportFileTable.add(connection, seriesId, files.get(i), options, now);
            }
            return ImportReports.of(
                    plan,
                    sink,
                    feed,
                    files,
                    writer.counts(),
                    openInterestDays,
                    series.map(Series::bars).orElse(0L));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            tell.run();
            throw new ImportRefused("The import was interrupted.", List.of());
        } finally {
            thread.stop();
        }
    }

    /** Tells now and then, also while the reader has nothing to store yet: rows wait until their days are complete. */
    private static void store(BlockingQueue<FileChunk> queue, MergedFiles merged, Runnable tell)
            throws SQLException, InterruptedException {
        int stored = 0;
        while (true) {
            FileChunk chunk = queue.poll(TELL_MILLIS, TimeUnit.MILLISECONDS);
            if (chunk != null && chunk.rows() == END.rows()) {
                return;
            }
            if (chunk != null) {
                merged.add(chunk);
                stored++;
            }
            if (chunk == null || stored % 16 == 0) {
                tell.run();
            }
        }
    }

    /** @return days whose open interest is new or changed */
    private static long store(DailyOpenInterest openInterest, Series series, ImportPlan plan, Connection connection)
            throws SQLException {
        OpenInterestTable.Merged merged =
                OpenInterestTable.merge(connection, series, openInterest.figures(), plan.onConflict());
        ImportChecks.openInterest(plan, merged.conflicts());
        return merged.changed();
    }
}
