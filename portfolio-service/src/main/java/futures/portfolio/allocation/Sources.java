package futures.portfolio.allocation;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.ServiceClient;
import futures.kit.http.Problem;
import futures.kit.sql.Database;
import futures.wire.allocation.AllocatedResult;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Fetches the daily profits of results: of backtests from their service, of portfolios from the store. */
final class Sources {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final ZoneId EXCHANGE = ZoneId.of("America/Chicago");
    /** A trading day begins at 17:00. */
    private static final int HOURS_BEFORE_MIDNIGHT = 7;

    private final ServiceClient backtests;
    private final Database database;

    Sources(ServiceClient backtests, Database database) {
        this.backtests = backtests;
        this.database = database;
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
        return database.read(connection -> {
            BigDecimal initial = initialCash(connection, result.portfolio());
            if (initial == null) {
                throw Problem.notFound("There is no portfolio with the id '" + result.portfolio()
                                + "'; GET /api/portfolios lists them.")
                        .field(at + ".portfolio", result.portfolio(), "unknown portfolio");
            }
            return new DailyProfits(
                    result.initialCash() == null ? initial : result.initialCash(),
                    result.margin(),
                    movements(connection, result.portfolio()));
        });
    }

    private static BigDecimal initialCash(Connection connection, long portfolio) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT initial_cents FROM portfolio WHERE id = ?")) {
            statement.setLong(1, portfolio);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? BigDecimal.valueOf(row.getLong(1), 2) : null;
            }
        }
    }

    private static NavigableMap<LocalDate, Double> movements(Connection connection, long portfolio)
            throws SQLException {
        NavigableMap<LocalDate, Double> days = new TreeMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT time_ms, cents FROM cash_movement WHERE portfolio_id = ?")) {
            statement.setLong(1, portfolio);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    LocalDate day = Instant.ofEpochMilli(row.getLong(1))
                            .atZone(EXCHANGE)
                            .plusHours(HOURS_BEFORE_MIDNIGHT)
                            .toLocalDate();
                    days.merge(day, row.getLong(2) / 100.0, Double::sum);
                }
            }
        }
        return days;
    }
}
