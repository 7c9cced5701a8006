/**
 * The words of the market: products, dated contracts, bars, sessions, orders, fills and round trips.
 *
 * <p>Everything here is immutable and needs the JDK alone. Times are epoch milliseconds in UTC unless a name says
 * otherwise; dates are trading days of the exchange; prices are in the product's quotation; money is in the contract's
 * currency.
 */
package futures.model;
