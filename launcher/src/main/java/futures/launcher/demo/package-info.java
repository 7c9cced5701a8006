/** A first backtest through the public HTTP routes, and its result as a table. */
package futures.launcher.demo;
