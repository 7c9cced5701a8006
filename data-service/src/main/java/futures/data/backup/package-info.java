/** Copies of the store: made while it is written to, and brought back while it is read. */
package futures.data.backup;
