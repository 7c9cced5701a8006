package futures.data.source;

/**
 * The time of a contract in a continuous series.
 *
 * @param from  open time of its first bar at the earliest, epoch milliseconds
 * @param to    exclusive
 */
record Segment(BarSource bars, long from, long to, PriceShift shift) {
    Segment with(PriceShift other) {
        return new Segment(bars, from, to, other);
    }
}
