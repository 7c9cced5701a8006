package futures.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.ServiceClient;
import futures.kit.http.Problem;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks the data service what a move of 1.0 in one contract is worth. */
final class PointValues {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final ServiceClient data;

    PointValues(ServiceClient data) {
        this.data = data;
    }

    /** @throws Problem 404 when the data service has no such contract, 503 when it does not answer */
    BigDecimal of(String symbol) {
        try {
            String path = "/api/contracts/" + URLEncoder.encode(symbol, StandardCharsets.UTF_8);
            JsonNode value = data.get(path, LONGEST).path("point_value");
            BigDecimal pointValue = value.isTextual() ? new BigDecimal(value.asText()) : value.decimalValue();
            if (pointValue.signum() <= 0 || !Decimals.isSmall(pointValue)) {
                throw Problem.unavailable("The data service gave " + symbol + " no point value; add point_value.");
            }
            return pointValue;
        } catch (Problem e) {
            throw new Problem(
                            e.status(),
                            e.status() == 404 ? "Not found" : "Unavailable",
                            e.getMessage() + " Nothing was recorded. Or add the parameter point_value, the money that a"
                                    + " move of 1.0 makes in one contract.")
                    .field("symbol", symbol, "its point value is not known here");
        }
    }
}
