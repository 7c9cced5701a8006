package futures.engine;

/** Where a run's equity goes, bar after bar without a gap. Amounts are millionths of the account's currency. */
interface Marks {
    void mark(int bar, long equity);

    /** The same equity at bars of a range, in which no position is held. */
    void flat(int from, int to, long equity);

    /**
     * Equity of a position that is held through a range of bars: {@code base + perTick * close}.
     *
     * @param floor equity below this stops it
     * @return the first bar that is not marked: the end of the range, or one at which equity would be below the floor
     */
    int hold(int from, int to, long base, long perTick, long floor);
}
