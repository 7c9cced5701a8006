package futures.engine;

/** Contracts that the bar of a market still has for the account: all its strategies trade in one volume. */
final class BarVolume {
    static final long UNLIMITED = Long.MAX_VALUE;

    private int bar = -1;
    private long left = UNLIMITED;

    /** @param share of the bar's volume that may fill; 0 for no limit */
    void enter(int next, double share, double volume) {
        if (next != bar) {
            bar = next;
            // a share such as 0.29 of 100 is 28.999999999999996: what lies so near to a whole number is one
            left = share == 0 ? UNLIMITED : (long) Math.floor(share * volume + 1e-9);
        }
    }

    long left() {
        return left;
    }

    void take(int contracts) {
        if (left != UNLIMITED) {
            left = Math.max(0, left - contracts);
        }
    }
}
