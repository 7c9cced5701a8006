package futures.backtest;

import futures.backtest.margin.MarginCourse;
import futures.backtest.store.BacktestStore;
import futures.backtest.store.EquityPacking;
import futures.backtest.store.EquityWalk;
import futures.backtest.store.ResultPart;
import futures.backtest.store.StoredBacktest;
import futures.kit.http.Param;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.wire.backtest.MarginUse;
import java.io.IOException;
import java.io.InputStream;

/** How much of the account the positions of a result bound. */
final class MarginRoutes {
    private final BacktestStore store;

    MarginRoutes(BacktestStore store) {
        this.store = store;
    }

    void declare(Routes routes) {
        routes.get("/api/backtests/{id}/margin")
                .summary("Initial margin bound by positions, and its share of equity, at the closes of bars")
                .description("By the margins of the trading day and the net position of each market, in the account's"
                        + " currency, whether the run asked for margin or not. Thinned out, each stretch of bars gives the"
                        + " one with the highest share and the last one.")
                .path("id", FoundBacktest.ID)
                .query("points", Param.integer(2, 10_000).orElse(1_500), "at most so many")
                .answers(MarginUse.class)
                .handle(this::margin);
    }

    private Object margin(Request request) throws IOException {
        StoredBacktest found = FoundBacktest.of(store, request);
        try (InputStream changes = FoundBacktest.part(store, found, ResultPart.MARGIN);
                InputStream equity = FoundBacktest.part(store, found, ResultPart.EQUITY)) {
            EquityWalk walk = EquityPacking.read(equity);
            if (walk == null) {
                throw FoundBacktest.byAnEarlierVersion();
            }
            return MarginCourse.of(walk, EquityPacking.read(changes), request.integer("points"));
        }
    }
}
