/** From an order for a backtest to its stored result. */
package futures.backtest.run;
