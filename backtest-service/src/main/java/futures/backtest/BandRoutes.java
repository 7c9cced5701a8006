package futures.backtest;

import futures.backtest.bands.Bands;
import futures.backtest.bands.DailyProfits;
import futures.backtest.store.BacktestStore;
import futures.backtest.store.ResultPart;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.wire.backtest.EquityBands;
import java.io.IOException;
import java.io.InputStream;

/** What else could have become of a result. */
final class BandRoutes {
    /** With fewer the blocks would say little about how days hang together, and the tails nothing. */
    private static final int LEAST_DAYS = 20;

    private final BacktestStore store;

    BandRoutes(BacktestStore store) {
        this.store = store;
    }

    void declare(Routes routes) {
        routes.get("/api/backtests/{id}/bands")
                .summary("Percentiles of equity and figures over paths drawn from the daily profits")
                .description(
                        "A stationary block bootstrap of the account's daily profits. Refused with 422 for a run of"
                                + " fewer than " + LEAST_DAYS + " trading days.")
                .path("id", FoundBacktest.ID)
                .query("paths", Param.integer(100, 10_000).orElse(1_000), "how many are drawn")
                .query("seed", Param.integer(0, Long.MAX_VALUE).orElse(0), "of the draws")
                .query(
                        "points",
                        Param.integer(2, 500).orElse(250),
                        "at most so many trading days, evenly spread, the last one among them")
                .answers(EquityBands.class)
                .handle(this::bands);
    }

    private Object bands(Request request) throws IOException {
        DailyProfits daily;
        try (InputStream stored = FoundBacktest.part(store, FoundBacktest.of(store, request), ResultPart.DAILY)) {
            daily = DailyProfits.read(stored);
        }
        if (daily.size() < LEAST_DAYS) {
            throw Problem.unprocessable("The run has " + daily.size() + " trading days; paths are drawn from at least "
                    + LEAST_DAYS + ". Run it over a longer range.");
        }
        // one at a time: the largest request holds 40 MB
        synchronized (this) {
            return Bands.of(daily, request.integer("paths"), request.number("seed"), request.integer("points"));
        }
    }
}
