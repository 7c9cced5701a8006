package futures.risk;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Decimals of an answer. */
final class Numbers {
    private Numbers() {}

    /** Null when the field is not there or undefined. */
    static BigDecimal of(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNumber() ? value.decimalValue() : null;
    }
}
