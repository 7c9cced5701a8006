/**
 * The contract of the TSX Trading Bot V5: prices in, signals out, one trade at a time. What becomes of a signal is in
 * {@link futures.strategy.tsx.SignalTrader}.
 */
package futures.strategy.tsx;
