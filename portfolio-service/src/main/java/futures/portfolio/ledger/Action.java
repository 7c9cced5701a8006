package futures.portfolio.ledger;

import futures.model.Side;

/** What an order does. Buying and selling may close, open or turn a position; the close actions only close. */
public enum Action {
    BUY(Side.LONG, false),
    SELL(Side.SHORT, false),
    CLOSE_LONG(Side.SHORT, true),
    CLOSE_SHORT(Side.LONG, true);

    private final Side side;
    private final boolean onlyCloses;

    Action(Side side, boolean onlyCloses) {
        this.side = side;
        this.onlyCloses = onlyCloses;
    }

    /** The side that the order adds to. */
    Side side() {
        return side;
    }

    boolean onlyCloses() {
        return onlyCloses;
    }
}
