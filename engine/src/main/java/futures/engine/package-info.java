/**
 * Runs a strategy on bars. Pure: no clock, network, disk or threads of its own; the same request gives the same bytes.
 *
 * <p>{@link futures.engine.Backtest#run} is the door. Where and when orders fill is written in {@code docs/fills.md}.
 */
package futures.engine;
