package futures.backtest;

import futures.backtest.luck.TrialLedger;
import futures.kit.http.Param;
import futures.kit.http.Routes;
import futures.wire.backtest.TrialSets;

/** How often a strategy was tried on which data. There is no way to take a try back. */
final class TrialRoutes {
    private final TrialLedger ledger;

    TrialRoutes(TrialLedger ledger) {
        this.ledger = ledger;
    }

    void declare(Routes routes) {
        routes.get("/api/trials")
                .summary("Every try of a strategy on a data set that was ever made")
                .description("""
                        Single backtests and the combinations of sweeps and searches, also of runs that were removed since. The same code,
                        parameters and seed on the same range of the same bars count once. Tries cannot be deleted: what was looked at
                        was looked at.""")
                .query("strategy_name", Param.text(), "any name of the family; left out, all")
                .query("symbol", Param.text(), "series or product; left out, all")
                .query("timeframe", Param.text(), "form of the bars, such as 1m; left out, all")
                .query("limit", Param.integer(1, 1000).orElse(50), "data sets of a page")
                .query("cursor", Param.integer(1, Long.MAX_VALUE), "from the page before")
                .answers(TrialSets.class)
                .handle(request -> ledger.sets(
                        request.text("strategy_name"),
                        request.text("symbol"),
                        request.text("timeframe"),
                        request.integer("limit"),
                        request.number("cursor")));
    }
}
