/** Whether a strategy's past hangs on its future: the same run with later bars cut off or changed must send the same orders. */
package futures.backtest.lookahead;
