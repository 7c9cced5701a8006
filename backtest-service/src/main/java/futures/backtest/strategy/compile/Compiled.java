package futures.backtest.strategy.compile;

import futures.wire.backtest.StrategyError;
import java.util.List;
import java.util.Map;

/**
 * What came of a source file.
 *
 * @param classes class files by binary name, {@code my.MyCross$Leg}; empty when there are errors
 * @param errors  in the order of lines; warnings are left out
 */
public record Compiled(Map<String, byte[]> classes, List<StrategyError> errors) {}
