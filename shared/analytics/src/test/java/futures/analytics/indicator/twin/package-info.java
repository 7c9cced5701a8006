/**
 * The indicators once more, slow and straight from the textbook, to compare with. Nothing here is shared with the
 * indicators themselves: only plain arrays go in and come out.
 */
package futures.analytics.indicator.twin;
