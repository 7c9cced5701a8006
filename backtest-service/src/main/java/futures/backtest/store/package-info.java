/** What the service remembers: {@code data/backtests.db}. */
package futures.backtest.store;
