package futures.wire.risk;

import java.math.BigDecimal;

/**
 * One limit.
 *
 * @param scope {@code all} (each portfolio and each backtest), {@code portfolio}, {@code strategy} or {@code symbol}
 * @param id    number of the portfolio, name of the strategy, or symbol, of which the product covers its contracts; null for
 *              {@code all}
 * @param kind  {@code daily_loss}, {@code weekly_loss}, {@code drawdown}, {@code position}, {@code concentration},
 *              {@code correlation} or {@code margin_use}
 * @param value most that is allowed, in its unit
 * @param unit  {@code money} (account currency), {@code percent}, {@code contracts} or {@code ratio}; null: the first that
 *              the kind takes
 */
public record LimitRow(String scope, String id, String kind, BigDecimal value, String unit) {}
