package futures.analytics.limit;

import java.math.BigDecimal;

/**
 * Why an order may not be carried out.
 *
 * @param value  as the order would leave it, in the limit's unit, six decimals at most; null when it is not known
 * @param reason one clause with the numbers, without a full stop
 */
public record Refusal(Limit limit, BigDecimal value, String reason) {}
