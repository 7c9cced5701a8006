package futures.backtest.store;

import java.math.BigDecimal;

/** Money as the engine counts it. */
public final class Millionths {
    private static final int PLACES = 6;
    private static final int CENTS = 2;

    private Millionths() {}

    /** Exact; at least two decimals and no more than it needs. */
    public static BigDecimal money(long millionths) {
        BigDecimal exact = BigDecimal.valueOf(millionths, PLACES).stripTrailingZeros();
        return exact.scale() < CENTS ? exact.setScale(CENTS) : exact;
    }
}
