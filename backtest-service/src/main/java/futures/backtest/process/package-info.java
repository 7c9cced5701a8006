/** Runs in processes of their own, bounded in time and memory. */
package futures.backtest.process;
