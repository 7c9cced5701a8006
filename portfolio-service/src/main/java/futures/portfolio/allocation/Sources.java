package futures.portfolio.allocation;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.ServiceClient;
import futures.kit.http.Problem;
import futures.portfolio.report.DailyCurve;
import futures.wire.allocation.AllocatedResult;
import futures.wire.portfolio.DailyEquity;
import futures.wire.portfolio.DayPoint;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Fetches the daily profits of results: of backtests from their service, of portfolios as they are marked to market. */
final class Sources {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ServiceClient backtests;
    private final DailyCurve portfolios;

    Sources(ServiceClient backtests, DailyCurve portfolios) {
        this.backtests = backtests;
        this.portfolios = portfolios;
    }

    /**
     * @param at         the field that names the result, for problems
     * @param needMargin whether a budget is to be kept
     * @throws Problem as the backtest service answers it, 404 for an unknown portfolio, 422 for a result without days
     */
    DailyProfits of(AllocatedResult result, String at, boolean needMargin) {
        DailyProfits found = result.series() != null
                ? ofSeries(result)
                : result.portfolio() != null ? ofPortfolio(result, at) : ofBacktest(result, at, needMargin);
        if (found.days().isEmpty()) {
            throw Problem.unprocessable("The result '" + result.name() + "' has no trading day; leave it out.")
                    .field(at, result.name(), "has no days");
        }
        return found;
    }

    private static DailyProfits ofSeries(AllocatedResult result) {
        NavigableMap<LocalDate, Double> days = new TreeMap<>();
        result.series().forEach(day -> days.put(day.day(), day.profit().doubleValue()));
        return new DailyProfits(result.initialCash(), result.margin(), days);
    }

    private DailyProfits ofBacktest(AllocatedResult result, String at, boolean needMargin) {
        String path = "/api/backtests/" + encoded(result.backtest());
        JsonNode rows = ask(
                path + "/daily" + (result.strategy() == null ? "" : "?strategy=" + encoded(result.strategy())),
                at + ".backtest",
                result.backtest());
        NavigableMap<LocalDate, Double> days = new TreeMap<>();
        BigDecimal initial = result.initialCash();
        for (JsonNode row : rows) {
            BigDecimal profit = row.path("profit").decimalValue();
            days.put(LocalDate.parse(row.path("day").asText()), profit.doubleValue());
            if (initial == null) {
                initial = row.path("equity").decimalValue().subtract(profit);
            }
        }
        BigDecimal margin = result.margin();
        if (margin == null && needMargin) {
            JsonNode peak = ask(path + "/margin?points=2", at + ".margin", null).path("peak");
            margin = peak.path("margin").isNumber() ? peak.path("margin").decimalValue() : BigDecimal.ZERO;
        }
        return new DailyProfits(initial, margin, days);
    }

    private JsonNode ask(String path, String field, Object value) {
        try {
            return backtests.get(path, LONGEST);
        } catch (Problem e) {
            throw new Problem(e.status(), e.status() >= 500 ? "Unavailable" : "Refused", e.getMessage())
                    .field(field, value, "the backtest service answered " + e.status());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private DailyProfits ofPortfolio(AllocatedResult result, String at) {
        DailyEquity daily;
        try {
            daily = portfolios.of(Long.toString(result.portfolio()));
        } catch (Problem e) {
            throw new Problem(e.status(), e.status() == 404 ? "Not found" : "Unavailable", e.getMessage())
                    .field(at + ".portfolio", result.portfolio(), "unknown portfolio");
        }
        NavigableMap<LocalDate, Double> days = new TreeMap<>();
        BigDecimal before = daily.initialCash();
        for (DayPoint day : daily.days()) {
            days.put(day.date(), day.equity().subtract(before).doubleValue());
            before = day.equity();
        }
        return new DailyProfits(
                result.initialCash() == null ? daily.initialCash() : result.initialCash(), result.margin(), days);
    }
}
