package futures.risk.measure;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.ServiceClient;
import futures.kit.http.Problem;
import futures.model.ContinuousSymbol;
import futures.model.FuturesContract;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What one contract is worth.
 *
 * @param symbol        of the product
 * @param initialMargin null when it is not known
 */
record Contract(
        String symbol,
        BigDecimal tickSize,
        BigDecimal tickValue,
        BigDecimal pointValue,
        BigDecimal initialMargin,
        String currency) {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /**
     * Of a product, or of the product of a dated contract or continuous series.
     *
     * @throws Problem 404 when the data service has neither, 503 when it does not answer
     */
    static Contract of(ServiceClient data, String symbol) {
        String product = FuturesContract.parse(symbol)
                .map(FuturesContract::root)
                .or(() -> ContinuousSymbol.parse(symbol).map(ContinuousSymbol::root))
                .orElse(symbol);
        try {
            return ask(data, symbol);
        } catch (Problem e) {
            if (e.status() != 404 || product.equals(symbol)) {
                throw e;
            }
        }
        return ask(data, product);
    }

    private static Contract ask(ServiceClient data, String symbol) {
        JsonNode told = data.get("/api/contracts/" + URLEncoder.encode(symbol, StandardCharsets.UTF_8), LONGEST);
        return new Contract(
                told.path("symbol").asText(symbol),
                told.path("tick_size").decimalValue(),
                told.path("tick_value").decimalValue(),
                told.path("point_value").decimalValue(),
                told.path("initial_margin").isNumber()
                        ? told.path("initial_margin").decimalValue()
                        : null,
                told.path("currency").asText());
    }
}
