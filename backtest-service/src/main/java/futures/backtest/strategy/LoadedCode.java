package futures.backtest.strategy;

import futures.strategy.Strategy;
import java.util.function.Supplier;

/** Code that is ready to run: what its strategy calls itself, and where instances come from, one for each run. */
public record LoadedCode(String name, Supplier<? extends Strategy> maker) {}
