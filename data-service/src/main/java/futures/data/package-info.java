/** The data service: bars and contract specs in, bars and contract specs out. */
package futures.data;
