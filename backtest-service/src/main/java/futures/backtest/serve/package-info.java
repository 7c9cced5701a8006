/** Sends the long parts of a result as JSON or CSV while they are read. */
package futures.backtest.serve;
