package futures.data.serve;

import futures.data.store.BarCursor;
import futures.data.store.BarRange;
import futures.data.store.Series;
import futures.data.store.SeriesTable;
import futures.kit.sql.Database;
import futures.model.Timeframe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;

/** Streams a range of bars out of one committed state of the store, however long the client takes. */
public final class BarServer {
    private final Database database;

    public BarServer(Database database) {
        this.database = database;
    }

    /**
     * Writes a range.
     *
     * @param open asked once the series and the number of bars are known, chooses how to write
     * @return nothing when there is no such series; then {@code open} was not asked
     */
    public Optional<ServedSeries> serve(
            String symbol,
            Timeframe timeframe,
            BarRange range,
            boolean newestFirst,
            Function<ServedSeries, BarOutput> open) {
        return database.read(connection -> {
            connection.setAutoCommit(false);
            try {
                Optional<Series> series = SeriesTable.find(connection, symbol, timeframe);
                if (series.isEmpty()) {
                    return Optional.empty();
                }
                try (BarCursor cursor = new BarCursor(connection, series.get(), range)) {
                    ServedSeries served = new ServedSeries(series.get(), cursor.count(), newestFirst);
                    BarOutput output = open.apply(served);
                    output.begin();
                    if (newestFirst) {
                        cursor.forEachNewestFirst(output::bars);
                    } else {
                        cursor.forEach(output::bars);
                    }
                    output.end();
                    return Optional.of(served);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }
}
