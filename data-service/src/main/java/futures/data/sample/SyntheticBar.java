package futures.data.sample;

/**
 * A bar in whole ticks.
 *
 * @param time epoch milliseconds of its open
 */
record SyntheticBar(long time, long open, long high, long low, long close, long volume) {
    SyntheticBar shifted(long ticks) {
        return new SyntheticBar(time, open + ticks, high + ticks, low + ticks, close + ticks, volume);
    }
}
