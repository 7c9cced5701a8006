/**
 * Bars made from shorter ones: by trading session, by volume, by range. The rules as sentences are in {@code
 * docs/timeframes.md}.
 */
package futures.model.bars;
