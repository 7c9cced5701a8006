package futures.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The answer of a backtest as lines of text. A figure that is undefined shows why instead of a number. */
final class ResultTable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private final JsonNode answer;
    private final JsonNode performance;
    private final List<String> lines = new ArrayList<>();

    private ResultTable(JsonNode answer) {
        this.answer = answer;
        this.performance = answer.path("performance");
    }

    static List<String> lines(JsonNode answer) {
        return new ResultTable(answer).build();
    }

    private List<String> build() {
        JsonNode period = answer.path("backtest_period");
        JsonNode costs = answer.path("costs");
        lines.add("  " + answer.path("strategy_name").asText() + " on "
                + answer.path("symbol").asText() + ", trading "
                + answer.path("contract").asText());
        lines.add("  " + "-".repeat(62));
        row("Parameters", parameters(answer.path("configuration").path("parameters")));
        row("Period", time(period.path("start")) + " to " + time(period.path("end")) + " UTC");
        row(
                "Bars",
                String.format(
                        Locale.ROOT,
                        "%,d of %s",
                        period.path("total_bars").asLong(),
                        answer.path("configuration").path("timeframe").asText()));
        row("Data grade", answer.path("data_grade").asText("not known"));
        row(
                "Trades",
                String.format(
                        Locale.ROOT,
                        "%,d (%,d won, %,d lost)",
                        performance.path("total_trades").asLong(),
                        performance.path("winning_trades").asLong(),
                        performance.path("losing_trades").asLong()));
        row("Net P&L", money("net_profit") + "  (return " + number("total_return_pct", "%.2f %%") + ")");
        row("Max drawdown", money("max_drawdown") + "  (" + number("max_drawdown_pct", "%.2f %%") + ")");
        row("Win rate", number("win_rate_pct", "%.1f %%"));
        row("Profit factor", number("profit_factor", "%.2f"));
        row("Sharpe ratio", number("sharpe_ratio", "%.2f"));
        row(
                "Costs",
                "%s  (commission and fees %s, slippage %s inside the prices)"
                        .formatted(
                                money(costs.path("total")),
                                money(decimal(costs.path("commission")).add(decimal(costs.path("fees")))),
                                money(costs.path("slippage"))));
        for (JsonNode finding : answer.path("findings")) {
            if (!finding.path("severity").asText().equals("note")) {
                row("Look again", finding.path("text").asText());
            }
        }
        for (JsonNode warning : answer.path("warnings")) {
            row("Note", warning.asText());
        }
        return lines;
    }

    private static String parameters(JsonNode parameters) {
        List<String> parts = new ArrayList<>();
        parameters
                .properties()
                .forEach(entry ->
                        parts.add(entry.getKey() + " " + entry.getValue().asText()));
        return String.join(", ", parts);
    }

    private void row(String name, String text) {
        lines.add("  %-14s %s".formatted(name, text));
    }

    private static String time(JsonNode instant) {
        return TIME.format(Instant.parse(instant.asText()));
    }

    private String money(String field) {
        return undefined(field) ? why(field) : money(performance.path(field));
    }

    private static String money(JsonNode amount) {
        return money(decimal(amount));
    }

    private static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    private static BigDecimal decimal(JsonNode amount) {
        return amount.isNull() || amount.isMissingNode() ? BigDecimal.ZERO : new BigDecimal(amount.asText());
    }

    private String number(String field, String format) {
        return undefined(field)
                ? why(field)
                : String.format(Locale.ROOT, format, performance.path(field).asDouble());
    }

    private boolean undefined(String field) {
        return performance.path(field).isNull() || performance.path(field).isMissingNode();
    }

    private String why(String field) {
        return "undefined: " + answer.path("undefined").path(field).asText("no reason given");
    }
}
