package futures.analytics.limit;

import java.math.BigDecimal;

/**
 * The state of an account as limits see it: as it is, or as an order would leave it. Money is in the account's currency.
 * What is null is not known.
 *
 * @param equity      marked at the present prices
 * @param dayStart    equity at the start of the trading day
 * @param weekStart   equity at the start of the trading week
 * @param peak        highest equity so far
 * @param risk        what an order loses more if its stop fills at its price, costs included; zero without order or stop
 * @param contracts   held, net by symbol, summed over symbols
 * @param notional    largest |contracts * price * point value| of a symbol
 * @param margin      initial margin of all that is held
 * @param correlation highest one with what else is held
 */
public record Exposure(
        BigDecimal equity,
        BigDecimal dayStart,
        BigDecimal weekStart,
        BigDecimal peak,
        BigDecimal risk,
        BigDecimal contracts,
        BigDecimal notional,
        BigDecimal margin,
        BigDecimal correlation) {

    /** Of which nothing but results is known. */
    public static Exposure ofResults(BigDecimal equity, BigDecimal dayStart, BigDecimal weekStart, BigDecimal peak) {
        return new Exposure(equity, dayStart, weekStart, peak, BigDecimal.ZERO, null, null, null, null);
    }

    /** Where a loss is counted from; null for kinds that count none. */
    BigDecimal start(LimitKind kind) {
        return switch (kind) {
            case DAILY_LOSS -> dayStart;
            case WEEKLY_LOSS -> weekStart;
            case DRAWDOWN -> peak;
            default -> null;
        };
    }
}
