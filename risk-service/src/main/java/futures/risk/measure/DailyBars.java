package futures.risk.measure;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.ServiceClient;
import futures.kit.http.Problem;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Daily bars of the data service, oldest first. */
record DailyBars(List<Bar> bars) {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** Prices of a trading day. */
    record Bar(BigDecimal high, BigDecimal low, BigDecimal close) {}

    /**
     * The last so many.
     *
     * @param until last trading day, inclusive; null: the last there is
     * @throws Problem 404 when there is no such series
     */
    static DailyBars last(ServiceClient data, String symbol, int count, LocalDate until) {
        return ask(data, symbol, "&order=desc&limit=" + count + (until == null ? "" : "&end_date=" + until));
    }

    /** Those of one trading day: one, or none. */
    static DailyBars of(ServiceClient data, String symbol, LocalDate day) {
        return ask(data, symbol, "&order=desc&limit=1&start_date=" + day + "&end_date=" + day);
    }

    private static DailyBars ask(ServiceClient data, String symbol, String rest) {
        JsonNode answer = data.get(
                "/api/data/" + URLEncoder.encode(symbol, StandardCharsets.UTF_8) + "?timeframe=1d" + rest, LONGEST);
        List<Bar> bars = new ArrayList<>();
        for (JsonNode bar : answer.path("data")) {
            bars.add(0, new Bar(price(bar, "high"), price(bar, "low"), price(bar, "close")));
        }
        return new DailyBars(bars);
    }

    private static BigDecimal price(JsonNode bar, String field) {
        return bar.path(field).decimalValue();
    }

    /** Standard deviation (n − 1) of the changes from close to close, points; null for fewer than three bars. */
    BigDecimal deviation() {
        int n = bars.size() - 1;
        if (n < 2) {
            return null;
        }
        double[] changes = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            changes[i] = bars.get(i + 1).close().subtract(bars.get(i).close()).doubleValue();
            mean += changes[i] / n;
        }
        double squares = 0;
        for (double change : changes) {
            squares += (change - mean) * (change - mean);
        }
        return BigDecimal.valueOf(Math.sqrt(squares / (n - 1)));
    }
}
