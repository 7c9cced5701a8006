package futures.analytics.limit;

import java.util.List;

/** What is limited, and how it is counted. */
public enum LimitKind {
    DAILY_LOSS("equity at the start of the trading day less equity"),
    WEEKLY_LOSS("equity at the start of the trading week less equity"),
    DRAWDOWN("highest equity so far less equity"),
    POSITION("contracts held, net by symbol, their sum over symbols"),
    CONCENTRATION("largest notional value of a symbol's net position, in percent of equity"),
    CORRELATION("highest correlation of daily results with another strategy or symbol"),
    MARGIN_USE("initial margin of all that is held, in percent of equity");

    private final String definition;

    LimitKind(String definition) {
        this.definition = definition;
    }

    public String definition() {
        return definition;
    }

    /** Units that its value may have; the first one stands in where none is named. */
    public List<LimitUnit> units() {
        return switch (this) {
            case DAILY_LOSS, WEEKLY_LOSS, DRAWDOWN -> List.of(LimitUnit.MONEY, LimitUnit.PERCENT);
            case POSITION -> List.of(LimitUnit.CONTRACTS);
            case CORRELATION -> List.of(LimitUnit.RATIO);
            case CONCENTRATION, MARGIN_USE -> List.of(LimitUnit.PERCENT);
        };
    }

    /** Whether it counts money lost, of which an order puts more at risk. */
    public boolean loss() {
        return this == DAILY_LOSS || this == WEEKLY_LOSS || this == DRAWDOWN;
    }
}
