package futures.backtest.store;

import java.util.Locale;

/** The long parts of a result, stored apart from its summary. */
public enum ResultPart {
    TRADES,
    ORDERS,
    FILLS,
    ROLLS,
    EQUITY,
    /** Of which the bound margin is packed as equity is, at its changes. */
    MARGIN,
    DAILY,
    LOG;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
