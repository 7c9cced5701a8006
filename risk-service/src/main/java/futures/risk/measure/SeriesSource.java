package futures.risk.measure;

import futures.kit.ServiceContext;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Route;
import futures.wire.risk.GivenSeries;
import java.util.ArrayList;
import java.util.List;

/** Where the series of a request comes from: its body, a backtest or a portfolio. */
final class SeriesSource {
    private static final String BACKTEST = "backtest_id";
    private static final String PORTFOLIO = "portfolio_id";

    private final StoredSeries stored;

    SeriesSource(ServiceContext context) {
        this.stored = new StoredSeries(context);
    }

    static Route declare(Route route) {
        return route.query(BACKTEST, Param.text(), "a finished backtest, instead of a series in the body")
                .query(PORTFOLIO, Param.text(), "a portfolio with closed round trips, instead of a series in the body");
    }

    /** @throws Problem 400 unless exactly one series is given */
    MeasuredSeries of(Request request, GivenSeries body) {
        List<String> given = new ArrayList<>();
        add(given, "returns", body.returns());
        add(given, "equity", body.equity());
        add(given, "trades", body.trades());
        add(given, BACKTEST, request.text(BACKTEST));
        add(given, PORTFOLIO, request.text(PORTFOLIO));
        if (given.size() != 1) {
            throw Problem.badRequest(
                            "Give one series: returns, equity or trades in the body, or the parameter backtest_id or"
                                    + " portfolio_id; "
                                    + (given.isEmpty()
                                            ? "none was given."
                                            : "given were " + String.join(", ", given) + "."))
                    .field("returns", given.isEmpty() ? null : String.join(", ", given), "exactly one is needed");
        }
        if (!request.has(BACKTEST) && !request.has(PORTFOLIO)) {
            return BodySeries.of(body);
        }
        Object told =
                body.returnsAre() != null ? body.returnsAre() : body.dates() != null ? "dates" : body.initialCapital();
        if (told != null || body.periodsPerYear() != null) {
            throw Problem.badRequest(
                            "'returns_are', 'dates', 'initial_capital' and 'periods_per_year' describe a series in the"
                                    + " body; a stored one says them itself.")
                    .field(request.has(BACKTEST) ? BACKTEST : PORTFOLIO, null, "does not go with them");
        }
        return request.has(BACKTEST)
                ? stored.backtest(request.text(BACKTEST))
                : stored.portfolio(request.text(PORTFOLIO));
    }

    /** One that has periods, and at least so many. */
    MeasuredSeries withPeriods(Request request, GivenSeries body, int least) {
        MeasuredSeries series = of(request, body);
        if (series.series() == null || series.series().periods() < least) {
            int there = series.series() == null ? 0 : series.series().periods();
            throw Problem.unprocessable("This needs at least " + least + " periods, there are " + there + "."
                            + (series.series() == null ? " Give the round trips an exit_date." : ""))
                    .field(series.kind(), there, "too few periods");
        }
        return series;
    }

    private static void add(List<String> given, String name, Object value) {
        if (value != null) {
            given.add(name);
        }
    }
}
