package futures.portfolio.report;

import futures.model.FuturesContract;
import futures.model.Product;
import futures.model.SessionHours;
import futures.portfolio.market.Market;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** To which group a movement of cash belongs. */
interface GroupKey {
    /** What a movement has that the groups are made of and that has none of it. */
    String NONE = "none";

    /**
     * @param strategy null for none
     * @param timeMs   when cash moved
     * @param entryMs  when the round trip was entered; the same for a commission
     */
    String of(String symbol, String strategy, long timeMs, long entryMs);

    /** @param by one of {@code day, month, strategy, symbol, product, contract, session} */
    static GroupKey by(String by, TradedMarkets markets) {
        return switch (by) {
            case "day" ->
                (symbol, strategy, timeMs, entryMs) ->
                        markets.day(symbol, timeMs).toString();
            case "month" ->
                (symbol, strategy, timeMs, entryMs) ->
                        markets.day(symbol, timeMs).toString().substring(0, 7);
            case "strategy" -> (symbol, strategy, timeMs, entryMs) -> strategy == null ? NONE : strategy;
            case "symbol" -> (symbol, strategy, timeMs, entryMs) -> symbol;
            case "product" -> (symbol, strategy, timeMs, entryMs) -> Product.of(symbol);
            case "contract" ->
                (symbol, strategy, timeMs, entryMs) -> FuturesContract.parse(symbol)
                        .map(FuturesContract::symbol)
                        .orElse(NONE);
            case "session" -> (symbol, strategy, timeMs, entryMs) -> session(markets.of(symbol), entryMs);
            default -> throw new IllegalArgumentException(by);
        };
    }

    /** {@code regular} within the contract's regular hours, {@code overnight} outside, none when they are not known. */
    private static String session(Market market, long timeMs) {
        SessionHours hours = market == null ? null : market.regular();
        if (hours == null) {
            return NONE;
        }
        ZonedDateTime local = Instant.ofEpochMilli(timeMs).atZone(hours.zone());
        LocalTime time = local.toLocalTime();
        boolean regular = !time.isBefore(hours.opens())
                && time.isBefore(hours.closes())
                && market.calendar().isTradingDay(local.toLocalDate());
        return regular ? "regular" : "overnight";
    }
}
