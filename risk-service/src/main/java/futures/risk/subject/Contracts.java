package futures.risk.subject;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.ServiceClient;
import futures.kit.http.Problem;
import futures.model.Product;
import futures.model.SessionHours;
import futures.model.TradingCalendar;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Contracts as the data service has them, asked for once in one piece of work: they change. */
public final class Contracts {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final ServiceClient data;
    private final Map<String, Contract> known = new HashMap<>();

    public Contracts(ServiceClient data) {
        this.data = data;
    }

    /**
     * Of a symbol, or of its product when it has no contract of its own.
     *
     * @throws Problem 503 when the data service does not answer
     */
    public Contract of(String symbol) {
        Contract contract = known.get(symbol);
        if (contract == null) {
            contract = ask(symbol);
            if (contract == null && !Product.of(symbol).equals(symbol)) {
                contract = ask(Product.of(symbol));
            }
            contract = contract == null ? Contract.UNKNOWN : contract;
            known.put(symbol, contract);
        }
        return contract;
    }

    private Contract ask(String symbol) {
        try {
            JsonNode answer = data.get("/api/contracts/" + URLEncoder.encode(symbol, StandardCharsets.UTF_8), LONGEST);
            return new Contract(number(answer, "point_value"), number(answer, "initial_margin"), calendar(answer));
        } catch (Problem e) {
            if (e.status() == 503) {
                throw e;
            }
            return null;
        }
    }

    private static TradingCalendar calendar(JsonNode contract) {
        try {
            if (contract.path("calendar").isTextual()) {
                return TradingCalendar.named(contract.path("calendar").asText());
            }
            return TradingCalendar.of(new SessionHours(
                    ZoneId.of(contract.path("time_zone").asText()),
                    LocalTime.parse(contract.path("opens").asText()),
                    LocalTime.parse(contract.path("closes").asText())));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Contract.UNKNOWN.calendar();
        }
    }

    private static BigDecimal number(JsonNode contract, String field) {
        JsonNode value = contract.path(field);
        return value.isNumber() ? value.decimalValue() : null;
    }
}
