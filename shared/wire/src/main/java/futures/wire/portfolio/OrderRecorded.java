package futures.wire.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Answer of {@code POST /api/portfolio/{id}/trade}.
 *
 * @param pointValue money per contract for a move of 1.0
 * @param commission of the whole order, account currency
 * @param commissionFrom who said it: {@code order}, {@code contract} (the data service's spec, with its exchange fees) or
 *     {@code settings} ({@code defaults.commission}, when there is no spec or the data service does not answer)
 * @param closed     round trips that the order ended, oldest lot first
 * @param position   what is held in the symbol afterwards
 * @param cash       the portfolio's cash afterwards
 */
public record OrderRecorded(
        long portfolioId,
        long fillId,
        String symbol,
        String action,
        int quantity,
        BigDecimal price,
        Instant time,
        BigDecimal pointValue,
        BigDecimal commission,
        String commissionFrom,
        List<RecordedTrade> closed,
        Position position,
        BigDecimal cash) {}
