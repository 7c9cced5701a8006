package futures.engine.finding;

import futures.model.BarSeries;
import futures.model.TickGrid;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Prices between ticks, as in back-adjusted series. */
final class OffGridPrices implements Check {
    /** Share of closes; a few may be settlement prices, which some exchanges give in finer steps. */
    static final double MANY = 0.01;

    @Override
    public Optional<Finding> look(RunFacts run) {
        long off = 0;
        long closes = 0;
        Set<BarSeries> seen = new HashSet<>();
        for (Holding holding : run.holdings()) {
            BarSeries bars = holding.bars();
            if (!seen.add(bars)) {
                continue;
            }
            TickGrid grid = holding.contract().ticks();
            for (int i = 0; i < bars.size(); i++) {
                off += grid.isOnGrid(bars.close(i)) ? 0 : 1;
            }
            closes += bars.size();
        }
        if (off == 0) {
            return Optional.empty();
        }
        double share = (double) off / closes;
        return Wording.found(
                "off_grid_prices",
                share > MANY ? Severity.WARNING : Severity.NOTE,
                Wording.percent(share)
                        + " of closes lie off the tick grid, as in back-adjusted series; fills are on the"
                        + " grid, so that dollars are approximate.",
                "Trade an unadjusted or difference-adjusted series, or check that the contract's tick size is the"
                        + " series'.");
    }
}
