/** What the backtest service takes and gives. Money is in the contract's currency, times are the open times of bars. */
package futures.wire.backtest;
