package futures.risk.subject;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a portfolio holds in one symbol.
 *
 * @param contracts  positive long, negative short
 * @param price      the last one when the portfolio knows it, else the average entry price; null when it knows neither
 * @param pointValue money per contract for a move of 1.0; null when not known
 * @param open       unrealised P&amp;L; zero when it is not known
 * @param shares     whose contracts they are; empty when that is not known
 */
public record Position(
        String symbol,
        BigDecimal contracts,
        BigDecimal price,
        BigDecimal pointValue,
        BigDecimal open,
        List<Share> shares) {
    /** What a strategy holds of it; the name is null for contracts without a strategy. */
    public record Share(String strategy, BigDecimal contracts, BigDecimal open) {}

    static Position of(JsonNode row) {
        boolean isShort = row.path("side").asText().equals("SHORT");
        BigDecimal last = number(row, "last_price");
        List<Share> shares = new ArrayList<>();
        row.path("strategies")
                .forEach(share -> shares.add(new Share(
                        share.path("strategy_name").asText(null),
                        signed(share, isShort),
                        orZero(number(share, "unrealized_pnl")))));
        return new Position(
                row.path("symbol").asText(),
                signed(row, isShort),
                last == null ? number(row, "average_price") : last,
                number(row, "point_value"),
                orZero(number(row, "unrealized_pnl")),
                shares);
    }

    private static BigDecimal signed(JsonNode row, boolean isShort) {
        BigDecimal quantity = BigDecimal.valueOf(row.path("quantity").asLong());
        return isShort ? quantity.negate() : quantity;
    }

    private static BigDecimal orZero(BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    /** The contracts of one strategy; nothing when it holds none. */
    public Optional<Position> of(String strategy) {
        return shares.stream()
                .filter(share -> strategy.equals(share.strategy()))
                .findFirst()
                .map(share -> new Position(symbol, share.contracts(), price, pointValue, share.open(), List.of(share)));
    }

    /** Null when price or point value is not known. */
    public BigDecimal notional() {
        return price == null || pointValue == null
                ? null
                : contracts.multiply(price).multiply(pointValue).abs();
    }

    static BigDecimal number(JsonNode row, String field) {
        JsonNode value = row.path(field);
        return value.isNumber() ? value.decimalValue() : null;
    }
}
