/** Writes bars to a client as they come from the store, in the memory of one chunk whatever the range. */
package futures.data.serve;
