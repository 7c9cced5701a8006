package futures.wire.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Body of {@code POST /api/risk/check}: an order that is to be sent, and the account that it is for: a stored portfolio or
 * {@code account}.
 *
 * @param portfolioId       number of the portfolio; null when {@code account} is given
 * @param account           figures of an account that no portfolio has; null when {@code portfolio_id} is given
 * @param strategyName      whose limits count too; null: none's
 * @param side              {@code BUY} or {@code SELL}
 * @param contracts         above 0
 * @param price             at which it is expected to fill
 * @param stop              price of the protective stop of what it opens; null: none
 * @param commission        account currency, per contract and side, fees included; null: 0
 * @param pointValue        money per contract for a move of 1.0; null: the contract's, as the data service has it
 * @param marginPerContract initial margin; null: the contract's
 * @param time              null: now; says which trading day and week it is
 */
public record CheckOrder(
        Long portfolioId,
        Account account,
        String strategyName,
        String symbol,
        String side,
        Integer contracts,
        BigDecimal price,
        BigDecimal stop,
        BigDecimal commission,
        BigDecimal pointValue,
        BigDecimal marginPerContract,
        Instant time) {

    /**
     * Money in the account's currency. What a limit needs and is null cannot be checked, and the order is refused for it.
     *
     * @param equity          marked at present prices
     * @param dayStartEquity  at the start of the trading day
     * @param weekStartEquity at the start of the week
     * @param peakEquity      the highest so far
     * @param positions       null: none
     */
    public record Account(
            BigDecimal equity,
            BigDecimal dayStartEquity,
            BigDecimal weekStartEquity,
            BigDecimal peakEquity,
            List<Held> positions) {}

    /** @param contracts positive long, negative short */
    public record Held(
            String symbol, Integer contracts, BigDecimal price, BigDecimal pointValue, BigDecimal marginPerContract) {}
}
