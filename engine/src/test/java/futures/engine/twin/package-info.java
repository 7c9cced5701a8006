/**
 * A second implementation of {@code docs/fills.md}, slow and plain, that shares no code with the engine: decimals
 * instead of ticks, every order looked at in every bar. What both say alike is likely to be what the page says.
 */
package futures.engine.twin;
