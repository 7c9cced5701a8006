package futures.model;

/** Direction of an order, a position or a round trip: {@code LONG} buys, {@code SHORT} sells. */
public enum Side {
    LONG(1),
    SHORT(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /** +1 for long, -1 for short: multiplies a price move into a gain. */
    public int sign() {
        return sign;
    }

    public Side opposite() {
        return this == LONG ? SHORT : LONG;
    }
}
