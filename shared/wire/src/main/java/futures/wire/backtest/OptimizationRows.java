package futures.wire.backtest;

import java.util.List;

/**
 * A page of rows.
 *
 * @param total that match, on all pages
 */
public record OptimizationRows(List<OptimizationRow> rows, int total, int offset) {}
