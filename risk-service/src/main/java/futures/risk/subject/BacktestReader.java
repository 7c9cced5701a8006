package futures.risk.subject;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.ServiceClient;
import futures.model.Product;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Fetches the results by day of a backtest that is done, and cuts them into slices. */
public final class BacktestReader {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    /** With more the fetch would outweigh the figure. */
    private static final int MOST_TRADES = 20_000;

    private final ServiceClient backtest;

    public BacktestReader(ServiceClient backtest) {
        this.backtest = backtest;
    }

    /**
     * @param state answer of {@code GET /api/backtests/{id}}, whose state is done
     * @throws futures.kit.http.Problem 404 when it is gone, 503 when the service does not answer
     */
    public Subject read(JsonNode state) {
        String id = state.path("id").asText();
        JsonNode order = state.path("order");
        JsonNode performance = state.at("/result/performance");
        long trades = performance.path("total_trades").asLong();
        JsonNode rows = trades > MOST_TRADES ? null : backtest.get(path(id, "trades"), LONGEST);
        BigDecimal cash = order.path("initial_cash").decimalValue();
        Held held = held(id, rows, cash);
        List<Day> days = days(path(id, "daily"));
        List<Slice> slices = new ArrayList<>();
        slices.add(new Slice(Slice.ACCOUNT, null, days, BigDecimal.ZERO, held, null));
        List<String> strategies = new ArrayList<>();
        TreeSet<String> symbols = new TreeSet<>();
        if (order.path("strategies").isArray()) {
            order.path("strategies").forEach(one -> {
                strategies.add(one.path("name").asText());
                symbols.add(one.path("symbol").asText());
            });
        } else {
            strategies.add(order.path("strategy_name").asText());
            symbols.add(order.path("symbol").asText());
        }
        for (String strategy : strategies) {
            slices.add(
                    strategies.size() == 1
                            ? new Slice(Slice.STRATEGY, strategy, days, BigDecimal.ZERO, held, null)
                            : new Slice(
                                    Slice.STRATEGY,
                                    strategy,
                                    days(path(id, "daily") + "?strategy="
                                            + URLEncoder.encode(strategy, StandardCharsets.UTF_8)),
                                    BigDecimal.ZERO,
                                    strategyHeld(rows, strategy, cash),
                                    null));
        }
        if (symbols.size() == 1) {
            String symbol = symbols.first();
            new TreeSet<>(List.of(symbol, Product.of(symbol)))
                    .forEach(name -> slices.add(new Slice(Slice.SYMBOL, name, days, BigDecimal.ZERO, held, null)));
        }
        return new Subject(
                Subject.BACKTEST,
                id,
                String.join(", ", strategies) + " on " + String.join(", ", symbols),
                cash,
                trades,
                Position.number(performance, "max_drawdown"),
                Position.number(performance, "max_drawdown_pct"),
                Correlations.fill(slices));
    }

    private static String path(String id, String part) {
        return "/api/backtests/" + id + "/" + part;
    }

    private List<Day> days(String path) {
        List<Day> days = new ArrayList<>();
        backtest.get(path, LONGEST)
                .forEach(row -> days.add(new Day(
                        LocalDate.parse(row.path("day").asText()),
                        row.path("profit").decimalValue())));
        return days;
    }

    private Held held(String id, JsonNode rows, BigDecimal cash) {
        JsonNode peak = backtest.get(path(id, "margin") + "?points=2", LONGEST).path("peak");
        BigDecimal margin = peak.isObject() ? Position.number(peak, "margin") : BigDecimal.ZERO;
        BigDecimal equity = peak.isObject() ? Position.number(peak, "equity") : BigDecimal.ONE;
        MostNotional notional = MostNotional.of(rows, null, cash);
        return new Held(MostContracts.of(rows, null), notional.notional(), notional.equity(), margin, equity);
    }

    private static Held strategyHeld(JsonNode rows, String strategy, BigDecimal cash) {
        MostNotional notional = MostNotional.of(rows, strategy, cash);
        return new Held(MostContracts.of(rows, strategy), notional.notional(), notional.equity(), null, null);
    }
}
