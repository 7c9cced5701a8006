/** What else could have become of a result's account. */
package futures.backtest.bands;
