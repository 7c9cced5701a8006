/**
 * What a series of returns or a list of round trips was worth. A number that is not defined is a
 * {@link futures.analytics.performance.Measure} without value and with the reason, never zero or infinity.
 */
package futures.analytics.performance;
