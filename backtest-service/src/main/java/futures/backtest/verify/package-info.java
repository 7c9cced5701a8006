/** Runs a stored backtest once more in a process of its own, and says whether the same came out. */
package futures.backtest.verify;
