/**
 * Made-up bars for a first run: they look like a market and are none, and every series says so by its name and its
 * provenance. The same seed gives the same bars on every machine.
 */
package futures.data.sample;
