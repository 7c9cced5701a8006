/** Bars that can be asked for, whether they are stored or made of stored ones when somebody asks. */
package futures.data.source;
