package futures.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import futures.backtest.order.OrderNames;
import futures.backtest.serve.EquityStream;
import futures.backtest.serve.RowStream;
import futures.backtest.store.BacktestStore;
import futures.backtest.store.EquityPacking;
import futures.backtest.store.EquityWalk;
import futures.backtest.store.ResultPart;
import futures.backtest.store.StoredBacktest;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Route;
import futures.kit.http.Routes;
import futures.kit.text.NearNames;
import futures.wire.backtest.DayRow;
import futures.wire.backtest.Equity;
import futures.wire.backtest.FillRow;
import futures.wire.backtest.LogRow;
import futures.wire.backtest.OrderRow;
import futures.wire.backtest.RollRow;
import futures.wire.backtest.StrategyOrder;
import futures.wire.backtest.TradeRow;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Predicate;

/** The long parts of results, as JSON or CSV, for all strategies of a joint run or for one. */
final class PartRoutes {
    private static final String STRATEGY = "strategy";
    private static final String COLUMNS = "columns";

    private final BacktestStore store;

    PartRoutes(BacktestStore store) {
        this.store = store;
    }

    void declare(Routes routes) {
        rows(routes, "trades", "Round trips in the order of exits", ResultPart.TRADES, TradeRow.class);
        rows(
                routes,
                "orders",
                "All orders with their life, in the order of sending",
                ResultPart.ORDERS,
                OrderRow.class);
        rows(routes, "fills", "Fills in the order in which they happened", ResultPart.FILLS, FillRow.class);
        rows(
                routes,
                "rolls",
                "Positions carried from one contract into the next, with both prices and what it cost",
                ResultPart.ROLLS,
                RollRow.class);
        format(routes.get("/api/backtests/{id}/daily"))
                .summary("Profit by trading day, of the account or of a strategy")
                .query(STRATEGY, Param.text(), "one of a joint run, as if the initial cash were its own")
                .answers(DayRow.class)
                .handle(request -> {
                    StoredBacktest found = FoundBacktest.of(store, request);
                    String strategy = strategy(found, request);
                    return send(
                            request,
                            found,
                            ResultPart.DAILY,
                            DayRow.class,
                            row -> strategy == null
                                    ? !row.has(STRATEGY)
                                    : row.path(STRATEGY).asText().equals(strategy));
                });
        format(routes.get("/api/backtests/{id}/log"))
                .summary("What strategies wrote, with the time of the bar")
                .description(
                        "The latest 1,000 lines of each strategy, numbered from its first one on: when they do not begin"
                                + " with 1, those before were dropped.")
                .query(STRATEGY, Param.text(), "only of this one of a joint run")
                .answers(LogRow.class)
                .handle(request -> {
                    StoredBacktest found = FoundBacktest.of(store, request);
                    String strategy = strategy(found, request);
                    return send(
                            request,
                            found,
                            ResultPart.LOG,
                            LogRow.class,
                            row -> strategy == null
                                    || row.path(STRATEGY).asText().equals(strategy));
                });
        routes.get("/api/backtests/{id}/equity")
                .path("id", FoundBacktest.ID)
                .query("format", Param.choice("json", "csv", "arrow").orElse("json"), "arrow is an Arrow IPC stream")
                .summary("Equity and drawdown at every bar's close")
                .description(
                        "With `points` at most so many of them: of each stretch of bars the lowest, the highest and"
                                + " the last, so that no peak and no drawdown is lost.")
                .query("points", Param.integer(3, Integer.MAX_VALUE), "at most so many; every bar unless given")
                .answers(Equity.class)
                .handle(this::equity);
    }

    private static Route format(Route route) {
        return route.path("id", FoundBacktest.ID)
                .query("format", Param.choice("json", "csv").orElse("json"), "");
    }

    private void rows(Routes routes, String name, String summary, ResultPart part, Class<? extends Record> type) {
        Route route = routes.get("/api/backtests/{id}/" + name)
                .path("id", FoundBacktest.ID)
                .query(
                        "format",
                        Param.choice("json", "csv", COLUMNS).orElse("json"),
                        "columns: all rows as {rows, columns: {name: [values]}}, words that come again as {values, index}, times as {epoch_ms}")
                .summary(summary)
                .query(STRATEGY, Param.text(), "only of this one of a joint run")
                .query("symbol", Param.text(), "only in this market")
                .answers(type);
        if (part == ResultPart.ORDERS) {
            route.query("status", Param.text(), "only with this one, e.g. rejected")
                    .query(
                            "entry_order",
                            Param.integer(1, Integer.MAX_VALUE),
                            "only the order with this id, as in a round trip, and the legs that protect its position");
        }
        route.handle(request -> {
            StoredBacktest found = FoundBacktest.of(store, request);
            String strategy = strategy(found, request);
            String symbol = request.text("symbol");
            if (request.text("format").equals(COLUMNS)) {
                return columns(request, found, part, type);
            }
            return send(
                    request,
                    found,
                    part,
                    type,
                    row -> (strategy == null || row.path(STRATEGY).asText().equals(strategy))
                            && (symbol == null || row.path("symbol").asText().equals(symbol))
                            && chosenOrder(part, row, request));
        });
    }

    private Object columns(Request request, StoredBacktest found, ResultPart part, Class<? extends Record> type)
            throws IOException {
        List<String> choices = part == ResultPart.ORDERS
                ? List.of(STRATEGY, "symbol", "status", "entry_order")
                : List.of(STRATEGY, "symbol");
        for (String choice : choices) {
            if (request.has(choice)) {
                throw Problem.badRequest("format=columns gives all rows; choose among them with json or csv.")
                        .field(choice, request.context().queryParam(choice), "not with format=columns");
            }
        }
        try (InputStream stored = FoundBacktest.part(store, found, part)) {
            RowStream.columns(request.context(), stored, type);
            return null;
        }
    }

    /** Rows of other parts have neither a status nor an order that they protect. */
    private static boolean chosenOrder(ResultPart part, JsonNode row, Request request) {
        if (part != ResultPart.ORDERS) {
            return true;
        }
        String status = request.text("status");
        if (status != null && !row.path("status").asText().equals(status)) {
            return false;
        }
        if (!request.has("entry_order")) {
            return true;
        }
        int entry = request.integer("entry_order");
        return row.path("id").asInt() == entry || row.path("entry_order").asInt() == entry;
    }

    private Object send(
            Request request,
            StoredBacktest found,
            ResultPart part,
            Class<? extends Record> type,
            Predicate<JsonNode> wanted)
            throws IOException {
        try (InputStream stored = FoundBacktest.part(store, found, part)) {
            if (request.text("format").equals("csv")) {
                List<String> columns = RowStream.columns(type).stream()
                        .filter(column -> OrderNames.joint(found.order()) || !column.equals(STRATEGY))
                        .toList();
                RowStream.csv(request.context(), stored, columns, wanted);
            } else {
                RowStream.json(request.context(), stored, wanted);
            }
            return null;
        }
    }

    /** Null for all. */
    private static String strategy(StoredBacktest found, Request request) {
        String wanted = request.text(STRATEGY);
        if (wanted == null) {
            return null;
        }
        if (!OrderNames.joint(found.order())) {
            throw Problem.badRequest("'strategy' tells the strategies of a joint run apart; this run had one only.")
                    .field(STRATEGY, wanted, "only of a joint run");
        }
        List<String> names =
                found.order().strategies().stream().map(StrategyOrder::name).toList();
        if (!names.contains(wanted)) {
            String hint = NearNames.hint(wanted, names);
            throw Problem.notFound("The run had no strategy '" + wanted + "'"
                            + (hint.isEmpty() ? "; it had " + String.join(", ", names) + "." : hint))
                    .field(STRATEGY, wanted, "not in this run");
        }
        return wanted;
    }

    private Object equity(Request request) throws IOException {
        StoredBacktest found = FoundBacktest.of(store, request);
        try (InputStream stored = FoundBacktest.part(store, found, ResultPart.EQUITY)) {
            EquityWalk walk = EquityPacking.read(stored);
            if (walk == null) {
                throw FoundBacktest.byAnEarlierVersion();
            }
            int points = request.has("points") ? request.integer("points") : 0;
            switch (request.text("format")) {
                case "csv" -> EquityStream.csv(request.context(), walk, points);
                case "arrow" -> EquityStream.arrow(request.context(), walk, points);
                default -> EquityStream.json(request.context(), walk, points);
            }
            return null;
        }
    }
}
