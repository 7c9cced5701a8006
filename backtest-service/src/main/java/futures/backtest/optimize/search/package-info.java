/** Which combinations of parameters to look at next: grid, samples, and methods that learn from what they are told. */
package futures.backtest.optimize.search;
