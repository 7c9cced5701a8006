package futures.backtest.montecarlo;

import futures.backtest.order.EngineRequests;
import futures.backtest.series.MarketSource;
import futures.backtest.strategy.BrokenStrategy;
import futures.backtest.strategy.KeptCode;
import futures.backtest.strategy.ScriptKind;
import futures.backtest.strategy.StrategyRegistry;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import java.time.Clock;
import java.util.List;

/** Strategies as they were when the result was made, whatever became of their files; those that are not among the kept ones are shipped. */
record StoredCode(List<KeptCode> kept) {
    /** Whether it must not run in the service. */
    boolean script() {
        return kept.stream().anyMatch(code -> code.kind().equals(ScriptKind.WORD));
    }

    /** @throws Problem when it cannot be loaded any more */
    EngineRequests requests(MarketSource markets, Settings settings) {
        try {
            return new EngineRequests(StrategyRegistry.of(kept, Clock.systemUTC()), markets, settings);
        } catch (BrokenStrategy e) {
            throw Problem.unprocessable(
                    "the code that is kept with the result cannot be loaded any more: " + e.getMessage());
        }
    }
}
