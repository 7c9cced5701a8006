package futures.portfolio.market;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.ServiceClient;
import futures.kit.http.Problem;
import futures.model.Timeframe;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Asks the data service for prices. What it does not have is refused with its reason, never guessed. */
public final class Prices {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long ALL = 1_000_000L;

    private final ServiceClient data;

    public Prices(ServiceClient data) {
        this.data = data;
    }

    /** @param time when the bar of which it is the close was complete */
    public record Last(BigDecimal price, Instant time) {}

    /**
     * Close of the newest stored bar.
     *
     * @throws Problem 404 when no bars of the symbol are stored, 503 when the data service does not answer
     */
    public Last last(String symbol) {
        JsonNode answer = data.get("/api/data/" + encode(symbol) + "?limit=1", LONGEST);
        JsonNode bar = answer.path("data").path(0);
        if (!bar.hasNonNull("close")) {
            throw Problem.notFound("No bars of " + symbol + " are stored.");
        }
        return new Last(bar.get("close").decimalValue(), completed(bar, answer));
    }

    private static Instant completed(JsonNode bar, JsonNode answer) {
        if (bar.hasNonNull("close_time")) {
            return instant(bar.get("close_time"));
        }
        return instant(bar.get("timestamp"))
                .plusMillis(Timeframe.parse(answer.path("timeframe").asText()).millis());
    }

    /**
     * Closes by trading day, oldest first.
     *
     * @param market says to which trading day a bar belongs
     * @throws Problem as {@link #last}
     */
    public NavigableMap<LocalDate, BigDecimal> closes(String symbol, Market market, LocalDate from, LocalDate to) {
        NavigableMap<LocalDate, BigDecimal> closes = new TreeMap<>();
        String path = "/api/data/" + encode(symbol) + "?timeframe=1d&start_date=" + from + "&end_date=" + to + "&limit="
                + ALL;
        for (JsonNode bar : data.get(path, LONGEST).path("data")) {
            closes.put(
                    market.day(instant(bar.get("timestamp")).toEpochMilli()),
                    bar.get("close").decimalValue());
        }
        return closes;
    }

    private static Instant instant(JsonNode text) {
        return OffsetDateTime.parse(text.asText()).toInstant();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
