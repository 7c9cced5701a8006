package futures.portfolio.market;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.ServiceClient;
import futures.kit.http.Problem;
import futures.model.Product;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks the data service for contract specs. */
public final class Markets {
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int NOT_FOUND = 404;

    private final ServiceClient data;

    public Markets(ServiceClient data) {
        this.data = data;
    }

    /**
     * Of the symbol, or of its product when the data service has no contract of that name, or of the product that its stored
     * bars name, as with {@code ES-SYNTH}.
     *
     * @throws Problem 404 when the data service has none of these, 503 when it does not answer or has no point value
     */
    public Market of(String symbol) {
        String product = Product.of(symbol);
        try {
            return ask(symbol);
        } catch (Problem e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
            return ask(product.equals(symbol) ? ofBars(symbol, e) : product);
        }
    }

    private String ofBars(String symbol, Problem unknown) {
        try {
            JsonNode bars =
                    data.get("/api/data/" + URLEncoder.encode(symbol, StandardCharsets.UTF_8) + "?limit=1", LONGEST);
            if (bars.hasNonNull("product")) {
                return bars.get("product").asText();
            }
        } catch (Problem e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
        }
        throw unknown;
    }

    private Market ask(String symbol) {
        JsonNode contract = data.get("/api/contracts/" + URLEncoder.encode(symbol, StandardCharsets.UTF_8), LONGEST);
        JsonNode value = contract.path("point_value");
        if (!value.isNumber() || value.decimalValue().signum() <= 0) {
            throw Problem.unavailable("The data service gave " + symbol + " no point value.");
        }
        return MarketParser.parse(contract);
    }
}
