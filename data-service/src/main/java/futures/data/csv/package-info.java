/**
 * Price files, whatever program wrote them: the dialect is told from the file where it can be told, and asked for where it
 * cannot. Rows are parsed from bytes without a string in between.
 */
package futures.data.csv;
