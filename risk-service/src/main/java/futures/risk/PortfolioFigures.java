package futures.risk;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * What there is to know about the risk of a portfolio, of what is closed.
 *
 * @param cash           account currency
 * @param maxDrawdown    zero or negative, account currency
 * @param maxDrawdownPct zero or negative
 */
record PortfolioFigures(
        long id,
        String name,
        BigDecimal cash,
        long trades,
        int openPositions,
        BigDecimal netProfit,
        BigDecimal maxDrawdown,
        BigDecimal maxDrawdownPct) {

    /**
     * @param portfolio   answer of {@code GET /api/portfolio/{id}}
     * @param performance answer of {@code GET /api/portfolio/{id}/performance}
     */
    static PortfolioFigures of(JsonNode portfolio, JsonNode performance) {
        return new PortfolioFigures(
                portfolio.path("id").asLong(),
                portfolio.path("name").asText(),
                Numbers.of(portfolio, "cash"),
                portfolio.path("trades").asLong(),
                portfolio.path("open_positions").asInt(),
                Numbers.of(performance, "net_profit"),
                Numbers.of(performance, "max_drawdown"),
                Numbers.of(performance, "max_drawdown_pct"));
    }
}
