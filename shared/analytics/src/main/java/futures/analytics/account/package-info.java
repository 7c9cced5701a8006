/**
 * What the course of an account or of a series comes to: figures of its periods, of its path, and of it beside a benchmark,
 * under the names of {@link futures.analytics.performance.Metric}. Whatever holds returns or equity takes them from here.
 */
package futures.analytics.account;
