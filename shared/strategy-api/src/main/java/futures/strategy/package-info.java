/**
 * All that a strategy author needs: {@link futures.strategy.Strategy}, its parameters, the bars seen so far, indicator
 * lines and the broker.
 *
 * <p>Nothing here can reach past the current bar: bars and lines are asked for now or for some bars ago, and the past
 * is all they know.
 */
package futures.strategy;
