package futures.risk.subject;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * The part of a portfolio or backtest that a scope covers.
 *
 * @param scope       {@code account}, {@code strategy} or {@code symbol}
 * @param id          name of the strategy, or symbol; null for the account
 * @param days        by day; days without a result may be missing
 * @param open        unrealised P&amp;L of what is held now that is not in the days yet, account currency
 * @param correlation highest correlation of daily results with another strategy (of the account: between two strategies; of a
 *                    symbol: with another symbol); null when there are too few days or nothing to compare with
 */
public record Slice(String scope, String id, List<Day> days, BigDecimal open, Held held, BigDecimal correlation) {
    public static final String ACCOUNT = "account";
    public static final String STRATEGY = "strategy";
    public static final String SYMBOL = "symbol";

    boolean same(Slice other) {
        return scope.equals(other.scope) && Objects.equals(id, other.id);
    }

    Slice correlated(BigDecimal highest) {
        return new Slice(scope, id, days, open, held, highest);
    }
}
