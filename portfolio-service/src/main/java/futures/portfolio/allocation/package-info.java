/**
 * Shares out capital over results. What weights are made from is fetched once ({@link futures.portfolio.allocation.Sources}), laid
 * side by side by trading day ({@link futures.portfolio.allocation.Aligned}), and shared out by a rule
 * ({@link futures.portfolio.allocation.Sharing}) that knows nothing but a window of days, so that the same one serves the answer
 * and the walk forward. The formulas are in {@code docs/allocation.md}.
 */
package futures.portfolio.allocation;
