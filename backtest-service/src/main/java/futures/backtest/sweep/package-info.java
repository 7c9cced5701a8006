/** One backtest with every combination of some parameters' values. */
package futures.backtest.sweep;
