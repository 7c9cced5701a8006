package futures.wire.backtest;

import java.util.List;

/** Files that are a start for a new strategy. */
public record StrategyTemplates(String name, String kind, List<StrategyCode.CodeFile> files) {}
