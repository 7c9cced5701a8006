/** What was asked for: checked before it is queued, and turned into what the engine takes. */
package futures.backtest.order;
