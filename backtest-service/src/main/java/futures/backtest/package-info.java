/** The backtest service: takes orders for backtests, runs them on the engine, keeps what came out. */
package futures.backtest;
