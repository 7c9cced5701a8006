/** A start for a new strategy. */
package futures.strategy.template;
