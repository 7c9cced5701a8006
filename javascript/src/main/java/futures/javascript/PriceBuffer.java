package futures.javascript;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;

/** Prices in memory that V8 reads without a call for each, the number of the one that the script is at, and its position. */
final class PriceBuffer {
    static final int MOST = 8192;
    /**
     * Number of the next price, and of the one to stop before; contracts held and their price; then time, price and volume of each. The
     * host's part {@code bot} knows these places.
     */
    private static final int HEAD = 4;

    private static final int EACH = 3;

    private final ByteBuffer memory =
            ByteBuffer.allocateDirect((HEAD + MOST * EACH) * Double.BYTES).order(ByteOrder.nativeOrder());
    private final DoubleBuffer words = memory.asDoubleBuffer();
    private int filled;
    private int skipped;
    private int room;

    /** To be shared; lives as long as this. */
    ByteBuffer memory() {
        return memory;
    }

    /**
     * @param skip that many of the next ones are left out
     * @param most that many are taken of those behind them; the rest is left out too
     */
    void clear(int skip, int most) {
        filled = 0;
        skipped = skip;
        room = most;
    }

    void add(double time, double price, double volume) {
        if (skipped > 0) {
            skipped--;
            return;
        }
        if (filled == room) {
            return;
        }
        int at = HEAD + EACH * filled++;
        words.put(at, time).put(at + 1, price).put(at + 2, volume);
    }

    int filled() {
        return filled;
    }

    boolean holds(int number, double time, double price) {
        return time(number) == time && words.get(HEAD + EACH * number + 1) == price;
    }

    double time(int number) {
        return words.get(HEAD + EACH * number);
    }

    void range(int from, int to) {
        words.put(0, from).put(1, to);
    }

    /** What the script finds when it asks for its position. */
    void position(int contracts, double price) {
        words.put(2, contracts).put(3, price);
    }

    int reached() {
        return (int) words.get(0);
    }
}
