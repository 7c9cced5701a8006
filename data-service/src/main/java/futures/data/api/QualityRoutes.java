package futures.data.api;

import futures.data.quality.QualityCheck;
import futures.data.store.BarColumns;
import futures.data.store.BarRange;
import futures.data.store.Series;
import futures.data.store.SeriesTable;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.wire.data.QualityReport;
import java.util.List;

/** How far stored bars can be trusted. */
public final class QualityRoutes {
    /** Eight years of an index future's minutes, 140 MB while they are looked at. */
    private static final long MOST_BARS = 3_000_000;

    private final Store store;

    public QualityRoutes(Store store) {
        this.store = store;
    }

    public void mount(Routes routes) {
        RangeParameters.declare(routes.get("/api/data/{symbol}/quality"))
                .summary("How far the bars of a symbol can be trusted, with a grade from A to F")
                .description(
                        "Gaps against the exchange's calendar, bars while it was closed, bars that cannot be, prices at or"
                                + " below zero, spikes, prices off the tick grid, runs that repeat. The worst check decides the"
                                + " grade and is named. Duplicates and rows out of order cannot be stored: imports report them."
                                + " At most " + MOST_BARS + " bars at once; nothing is changed.")
                .path("symbol", "e.g. ES, ESZ24, ES-SYNTH")
                .query("timeframe", Param.text(), "length of a bar as stored, e.g. 1m; the finest one when missing")
                .answers(QualityReport.class)
                .handle(this::quality);
    }

    private Object quality(Request request) {
        String symbol = request.path("symbol");
        List<Series> stored = store.seriesOf(symbol);
        Timeframe timeframe = BarRoutes.timeframe(request, stored);
        String product = stored.get(0).provenance().product();
        TradingCalendar calendar = store.contracts().calendar(product);
        long from = RangeParameters.from(request, calendar);
        long to = RangeParameters.to(request, calendar);
        RangeParameters.check(from, to);
        TickGrid grid = store.contracts().spec(product).map(ContractSpec::ticks).orElse(null);
        return report(symbol, timeframe, new BarRange(from, to, MOST_BARS + 1), product, calendar, grid);
    }

    /** One at a time, since each holds its bars in memory. */
    private synchronized QualityReport report(
            String symbol,
            Timeframe timeframe,
            BarRange range,
            String product,
            TradingCalendar calendar,
            TickGrid grid) {
        return store.database().read(connection -> {
            connection.setAutoCommit(false);
            try {
                Series series = SeriesTable.find(connection, symbol, timeframe)
                        .orElseThrow(() -> Problem.conflict("The bars were deleted while they were asked for."));
                BarSeries bars = BarColumns.read(connection, series, range);
                check(symbol, bars);
                return QualityCheck.of(bars, calendar, grid, product, series.id() + "." + series.revision());
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
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
