/**
 * Limits of an account and the two questions asked of them: how far a state is from each, and whether an order that opens
 * contracts may be carried out. Pure functions on decimals, so that a service and a backtest decide alike.
 */
package futures.analytics.limit;
