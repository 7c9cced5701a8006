package futures.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.ServiceClient;
import futures.kit.http.Problem;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the data service what a move of 1.0 in one contract is worth. */
final class PointValues {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** A root, then a month code with a year, or a continuous rank, and perhaps an adjustment. */
    private static final Pattern OF_PRODUCT =
            Pattern.compile("([A-Za-z0-9]+?)(?:[FGHJKMNQUVXZ]\\d{1,4}|\\.[cvn]\\.\\d+)(?:@[a-z]+)?");

    private final ServiceClient data;

    PointValues(ServiceClient data) {
        this.data = data;
    }

    /**
     * Of the symbol, or of its product when the data service has no contract of that name.
     *
     * @throws Problem 404 when the data service has neither, 503 when it does not answer
     */
    BigDecimal of(String symbol) {
        String product = product(symbol);
        try {
            return ask(symbol);
        } catch (Problem e) {
            if (e.status() != 404 || product.equals(symbol)) {
                throw explained(e, symbol);
            }
        }
        try {
            return ask(product);
        } catch (Problem e) {
            throw explained(e, symbol);
        }
    }

    /** {@code ES} of {@code ESZ24}, {@code ES.v.0} and {@code ES.v.0@ratio}; any other symbol as it is. */
    static String product(String symbol) {
        Matcher matcher = OF_PRODUCT.matcher(symbol);
        return matcher.matches() ? matcher.group(1) : symbol;
    }

    private BigDecimal ask(String symbol) {
        String path = "/api/contracts/" + URLEncoder.encode(symbol, StandardCharsets.UTF_8);
        JsonNode value = data.get(path, LONGEST).path("point_value");
        if (!value.isNumber() || value.decimalValue().signum() <= 0 || !Decimals.isSmall(value.decimalValue())) {
            throw Problem.unavailable("The data service gave " + symbol + " no point value.");
        }
        return value.decimalValue();
    }

    private static Problem explained(Problem e, String symbol) {
        return new Problem(
                        e.status(),
                        e.status() == 404 ? "Not found" : "Unavailable",
                        e.getMessage() + " Nothing was recorded. Or add the parameter point_value, the money that a"
                                + " move of 1.0 makes in one contract.")
                .field("symbol", symbol, "its point value is not known here");
    }
}
