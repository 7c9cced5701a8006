/** How much of an account positions bound. */
package futures.backtest.margin;
