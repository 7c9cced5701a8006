/** What the data service takes and gives. Times are ISO-8601 in UTC; prices and money are exact decimals. */
package futures.wire.data;
