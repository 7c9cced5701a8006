/** Bars and contract specs as the data service gives them, kept in memory until it says that they changed. */
package futures.backtest.series;
