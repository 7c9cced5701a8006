/** Runs with scripts, each in a process that may be lost. */
package futures.backtest.worker;
