/** Searches for the best parameters: what is asked, how it is run and goes on after a restart, and what is read from its rows. */
package futures.backtest.optimize;
