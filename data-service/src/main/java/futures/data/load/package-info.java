/** Imports: files or rows in, one transaction, a report of everything that happened. */
package futures.data.load;
