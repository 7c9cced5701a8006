/** How much of a result hangs on the way in which contracts follow each other. */
package futures.backtest.sensitivity;
