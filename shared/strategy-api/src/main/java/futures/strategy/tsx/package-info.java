/**
 * The contract of the TSX Trading Bot V5 in Java: prices in, signals out, one trade at a time. {@link futures.strategy.tsx.BotStrategy} is
 * what an author extends; what becomes of a signal is in {@link futures.strategy.tsx.SignalTrader}, for scripts and for Java alike.
 */
package futures.strategy.tsx;
