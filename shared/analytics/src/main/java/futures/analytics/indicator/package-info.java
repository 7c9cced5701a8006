/**
 * Indicators over bars. Each is computed once for a whole series and read bar by bar; NaN until it is warm.
 *
 * <p>A value at bar <em>i</em> depends on bars 0…i only.
 */
package futures.analytics.indicator;
