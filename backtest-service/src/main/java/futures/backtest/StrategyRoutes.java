package futures.backtest;

import futures.backtest.strategy.StrategyRegistry;
import futures.kit.http.Routes;
import futures.wire.backtest.StrategyInfo;
import futures.wire.backtest.StrategyList;

/** What can be run. */
final class StrategyRoutes {
    private final StrategyRegistry strategies;

    StrategyRoutes(StrategyRegistry strategies) {
        this.strategies = strategies;
    }

    void declare(Routes routes) {
        routes.get("/api/strategies")
                .summary("Strategies with their parameters")
                .answers(StrategyList.class)
                .handle(request -> strategies.list());
        routes.get("/api/strategies/{name}")
                .summary("One strategy")
                .path("name", "e.g. SimpleMAStrategy")
                .answers(StrategyInfo.class)
                .handle(request -> strategies.describe(request.path("name")));
    }
}
