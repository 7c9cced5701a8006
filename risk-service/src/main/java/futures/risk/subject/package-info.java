/**
 * What limits and summaries are about: portfolios and backtests, fetched from their services and cut into slices, one for the
 * account, one for each strategy and one for each symbol.
 */
package futures.risk.subject;
