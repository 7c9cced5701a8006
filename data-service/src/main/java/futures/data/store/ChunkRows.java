package futures.data.store;

import java.util.Arrays;

/**
 * The bars of one chunk while they are collected or compared: a slot for every bar the timeframe can have in it.
 *
 * <p>Prices and volumes are integers of 10<sup>-9</sup> ({@link #UNIT} to the whole), so that two texts of one number
 * ("5000.5", "5000.50") are one value and nothing is rounded on the way.
 */
public final class ChunkRows {
    /** Bars a chunk has room for; of minutes, one UTC day. */
    public static final int SLOTS = 1440;
    /** Decimals of a scaled value. */
    public static final int DECIMALS = 9;
    /** Scaled value of 1. */
    public static final long UNIT = 1_000_000_000L;

    /** Positions of the columns in {@link #value}. */
    public static final int OPEN = 0;

    public static final int HIGH = 1;
    public static final int LOW = 2;
    public static final int CLOSE = 3;
    public static final int VOLUME = 4;
    static final int VALUES = 5;

    private final long start;
    private final long slotMillis;
    private final long[] time = new long[SLOTS];
    private final long[][] values = new long[VALUES][SLOTS];
    private final boolean[] present = new boolean[SLOTS];
    private int size;

    /** @param start epoch milliseconds of the first slot, a multiple of {@code SLOTS * slotMillis} */
    public ChunkRows(long start, long slotMillis) {
        this.start = start;
        this.slotMillis = slotMillis;
    }

    /** First instant of the chunk that holds an instant. */
    public static long startOf(long time, long slotMillis) {
        long length = SLOTS * slotMillis;
        return Math.floorDiv(time, length) * length;
    }

    public long start() {
        return start;
    }

    public long slotMillis() {
        return slotMillis;
    }

    public int size() {
        return size;
    }

    public int slotOf(long time) {
        return (int) ((time - start) / slotMillis);
    }

    public boolean has(int slot) {
        return present[slot];
    }

    /** Open time of a present slot, epoch milliseconds. */
    public long time(int slot) {
        return time[slot];
    }

    public long value(int column, int slot) {
        return values[column][slot];
    }

    /** Sets the bar of a slot, replacing what was there. */
    public void put(long openTime, long open, long high, long low, long close, long volume) {
        int slot = slotOf(openTime);
        if (!present[slot]) {
            present[slot] = true;
            size++;
        }
        time[slot] = openTime;
        values[OPEN][slot] = open;
        values[HIGH][slot] = high;
        values[LOW][slot] = low;
        values[CLOSE][slot] = close;
        values[VOLUME][slot] = volume;
    }

    /** Copies a bar from another chunk of the same start. */
    public void put(ChunkRows other, int slot) {
        put(
                other.time[slot],
                other.values[OPEN][slot],
                other.values[HIGH][slot],
                other.values[LOW][slot],
                other.values[CLOSE][slot],
                other.values[VOLUME][slot]);
    }

    /** Empties a slot. */
    void remove(int slot) {
        if (present[slot]) {
            present[slot] = false;
            size--;
        }
    }

    /** Of a present slot: open, high, low, close, volume. */
    long[] values(int slot) {
        long[] bar = new long[VALUES];
        for (int column = 0; column < VALUES; column++) {
            bar[column] = values[column][slot];
        }
        return bar;
    }

    /** Whether both hold the same bar in a slot that both have. */
    public boolean sameBar(ChunkRows other, int slot) {
        if (time[slot] != other.time[slot]) {
            return false;
        }
        for (int column = 0; column < VALUES; column++) {
            if (values[column][slot] != other.values[column][slot]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the given bar is the one in its slot. */
    public boolean sameBar(long openTime, long open, long high, long low, long close, long volume) {
        int slot = slotOf(openTime);
        return time[slot] == openTime
                && values[OPEN][slot] == open
                && values[HIGH][slot] == high
                && values[LOW][slot] == low
                && values[CLOSE][slot] == close
                && values[VOLUME][slot] == volume;
    }

    public long firstTime() {
        int slot = 0;
        while (!present[slot]) {
            slot++;
        }
        return time[slot];
    }

    public long lastTime() {
        int slot = SLOTS - 1;
        while (!present[slot]) {
            slot--;
        }
        return time[slot];
    }

    /** Open times in order, without the empty slots. */
    long[] times() {
        return gather(time);
    }

    /** Scaled values of a column in the order of their times, without the empty slots. */
    long[] column(int column) {
        return gather(values[column]);
    }

    private long[] gather(long[] from) {
        if (size == SLOTS) {
            return Arrays.copyOf(from, SLOTS);
        }
        long[] to = new long[size];
        int at = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            if (present[slot]) {
                to[at++] = from[slot];
            }
        }
        return to;
    }
}
