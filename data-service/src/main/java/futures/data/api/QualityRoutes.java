package futures.data.api;

import futures.data.load.ImportFileTable;
import futures.data.quality.QualityCheck;
import futures.data.source.BarColumns;
import futures.data.source.BarHeader;
import futures.data.store.Series;
import futures.data.store.SeriesTable;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.TickGrid;
import futures.wire.data.QualityReport;
import futures.wire.data.QualityReport.Imports;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** How far stored bars can be trusted. */
public final class QualityRoutes {
    /** Eight years of an index future's minutes, 140 MB while they are looked at. */
    private static final long MOST_BARS = 3_000_000;

    private final Store store;

    public QualityRoutes(Store store) {
        this.store = store;
    }

    public void mount(Routes routes) {
        BarChoice.declare(routes.get("/api/data/{symbol}/quality"))
                .summary("How far the bars of a symbol can be trusted, with a grade from A to F")
                .description(
                        "Gaps against the exchange's calendar, bars while it was closed, bars that cannot be, prices at or"
                                + " below zero, spikes, prices off the tick grid, runs that repeat. The worst check decides the"
                                + " grade and is named. `imports` sums up what cannot be stored and imports saw: duplicates, rows out of order."
                                + " At most " + MOST_BARS + " bars at once; nothing is changed.")
                .answers(QualityReport.class)
                .handle(this::quality);
    }

    /** One at a time, since each holds its bars in memory. */
    private synchronized QualityReport quality(Request request) {
        return store.database().snapshot(connection -> {
            BarChoice choice = BarChoice.of(connection, store, request);
            BarHeader header = choice.source().header();
            BarSeries bars = BarColumns.read(connection, choice.source(), choice.newest(MOST_BARS + 1));
            check(header.symbol(), bars);
            TickGrid grid = choice.spec().map(ContractSpec::ticks).orElse(null);
            return QualityCheck.of(
                    bars,
                    choice.calendar(),
                    grid,
                    header.provenance().product(),
                    header.tag(),
                    imports(connection, header).orElse(null));
        });
    }

    /** Of a stored series; bars that are made have not been imported. */
    private static Optional<Imports> imports(Connection connection, BarHeader header) throws SQLException {
        Optional<Series> stored = SeriesTable.find(connection, header.symbol(), header.timeframe());
        return stored.isPresent()
                ? ImportFileTable.sums(connection, stored.get().id())
                : Optional.empty();
    }

    private static void check(String symbol, BarSeries bars) {
        if (bars.isEmpty()) {
            throw Problem.unprocessable("There are no bars of '" + symbol
                            + "' in this range; GET /api/data says from when to when there are.")
                    .field("start_date", null, "no bars");
        }
        if (bars.size() > MOST_BARS) {
            throw Problem.unprocessable(
                            "These are more than " + MOST_BARS + " bars; ask for a part with start_date and end_date.")
                    .field("end_date", null, "too many bars");
        }
    }
}
