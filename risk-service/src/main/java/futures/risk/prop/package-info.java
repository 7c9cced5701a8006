/**
 * Plans of proprietary trading firms: read from a file of dated rules, a stored backtest replayed under one, and the odds
 * of passing and being paid. The rules themselves are in {@link futures.analytics.propfirm}.
 */
package futures.risk.prop;
