/** Puts a portfolio beside a backtest and explains what differs. */
package futures.portfolio.reconcile;
