/** How far a series can be trusted: its bars beside the calendar, the tick grid and each other. Nothing is repaired. */
package futures.data.quality;
