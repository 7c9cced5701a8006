/** How portfolios and backtests stand to the limits, and what is said when one is passed. */
package futures.risk.alert;
