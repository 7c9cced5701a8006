/**
 * Bars in chunks: a row of the table {@code bar_chunk} holds a day of minutes in packed columns, exact to the last digit of
 * the text they came from. {@code docs/data.md} explains the layout and the view that users' own SQL reads.
 */
package futures.data.store;
