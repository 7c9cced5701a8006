/** Covariances of the columns of a table of returns, sample and shrunk. Rows are periods, oldest first; columns are series. */
package futures.analytics.covariance;
