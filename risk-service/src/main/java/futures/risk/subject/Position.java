package futures.risk.subject;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * What a portfolio holds in one symbol.
 *
 * @param contracts positive long, negative short
 * @param price     the last one when the portfolio knows it, else the average entry price; null when it knows neither
 * @param pointValue money per contract for a move of 1.0; null when not known
 * @param open      unrealised P&amp;L; zero when it is not known
 */
public record Position(String symbol, BigDecimal contracts, BigDecimal price, BigDecimal pointValue, BigDecimal open) {
    static Position of(JsonNode row) {
        BigDecimal quantity = BigDecimal.valueOf(row.path("quantity").asLong());
        BigDecimal last = number(row, "last_price");
        BigDecimal open = number(row, "unrealized_pnl");
        return new Position(
                row.path("symbol").asText(),
                row.path("side").asText().equals("SHORT") ? quantity.negate() : quantity,
                last == null ? number(row, "average_price") : last,
                number(row, "point_value"),
                open == null ? BigDecimal.ZERO : open);
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
