package futures.backtest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import futures.backtest.run.Backtests;
import futures.backtest.strategy.ScriptKind;
import futures.backtest.strategy.StrategyRegistry;
import futures.kit.http.Answer;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.kit.job.Job;
import futures.kit.job.JobStatus;
import futures.kit.json.Json;
import futures.wire.backtest.BacktestAnswer;
import futures.wire.backtest.BacktestOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Ways to begin a backtest. */
final class RunRoutes {
    private final Backtests backtests;
    private final StrategyRegistry strategies;

    RunRoutes(Backtests backtests, StrategyRegistry strategies) {
        this.backtests = backtests;
        this.strategies = strategies;
    }

    void declare(Routes routes) {
        waits(routes, "/api/backtest", "Run a backtest and wait for its result", this::order);
        waits(routes, "/api/backtest/js", "The same, for a strategy in JavaScript only", this::scriptOrder);
        queued(routes);
    }

    private void waits(Routes routes, String path, String summary, Function<Request, BacktestOrder> order) {
        routes.post(path)
                .summary(summary)
                .description("""
                        The body, if there is one, is the strategy's configuration: either its parameters by name, or an
                        object with `parameters` and any other field of a backtest order, such as `commission`,
                        `market_slippage_ticks` or `max_bar_participation`. Query parameters are stronger. For long runs use `POST /api/backtests`.""")
                .query("strategy_name", Param.text(), "e.g. SimpleMAStrategy; needed unless a bot says it")
                .query("symbol", Param.text(), "series of the data service, e.g. MES; needed unless a bot says it")
                .query("bot", Param.text(), "configuration of the live bot in the strategies directory, e.g. BOT_1")
                .query("start_date", Param.text(), "first trading day, 2024-01-02, or an instant")
                .query("end_date", Param.text(), "last trading day, or the instant after the last bar")
                .query("timeframe", Param.text(), "1m unless given; also 4h, 1d, 1w, tick:5, volume:5000")
                .query("hours", Param.text(), "all unless given, regular or overnight")
                .query("contract", Param.text(), "product that is traded, when the series does not say")
                .query("fill_mode", Param.text(), "pessimistic unless given, optimistic, ohlc or magnifier")
                .query("fill_timing", Param.text(), "next_open unless given, or same_close")
                .query("limit_fill", Param.text(), "through unless given, or touch")
                .query("initial_cash", Param.decimal("1", "1000000000000"), "account currency")
                .query("account_currency", Param.text(), "ISO code; that of the contract unless given")
                .query(
                        "record_to_portfolio",
                        Param.flag().orElse(false),
                        "hand the round trips to the portfolio service")
                .query("portfolio_id", Param.text(), "portfolio to record to; a new one unless given")
                .query("accept_grade_f", Param.flag(), "run on data that is graded F too")
                .query("model", Param.text(), "id of a trained model, which the strategy reads as 'signal'")
                .query("force_in_sample", Param.flag(), "read predictions of bars that the model was trained on too")
                .body(Map.class)
                .answers(BacktestAnswer.class)
                .handle(request -> backtests.runAndWait(order.apply(request)));
    }

    private void queued(Routes routes) {
        routes.post("/api/backtests")
                .summary("Queue a backtest of one strategy, or of several on one account")
                .description("""
                        With `strategies` in place of `strategy_name` and `symbol` it is a joint run: each has `name`,
                        `strategy_name`, `symbol` and `parameters`, or a `bot`; `markets` says by symbol what differs there
                        (`commission`, `fees`, slippage, `contract`).""")
                .body(BacktestOrder.class)
                .answers(202, JobStatus.class)
                .handle(request -> {
                    Job job = backtests.submit(request.body(BacktestOrder.class));
                    return Answer.accepted("/api/backtests/" + job.id(), job.status());
                });
    }

    private BacktestOrder scriptOrder(Request request) {
        BacktestOrder order = order(request);
        boolean bots = order.strategyName() == null && order.bot() != null; // which are for scripts only
        if (order.strategyName() == null && !bots) {
            throw Problem.badRequest("Say which strategy_name, or which bot.").field("strategy_name", null, "missing");
        }
        if (!bots && !strategies.code(order.strategyName()).kind().equals(ScriptKind.WORD)) {
            throw Problem.unprocessable(order.strategyName() + " is no script; POST /api/backtest runs every kind.")
                    .field("strategy_name", order.strategyName(), "not in JavaScript");
        }
        return order;
    }

    private BacktestOrder order(Request request) {
        JsonNode body = request.bodyTree();
        if (!body.isObject()) {
            throw Problem.badRequest("The body must be a JSON object: the strategy's parameters by name.");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, Object> given = Json.mapper().convertValue(body, new TypeReference<>() {});
        if (given.get("parameters") instanceof Map || given.get("bot") instanceof String) {
            fields.putAll(given);
        } else if (!given.isEmpty()) {
            fields.put("parameters", given);
        }
        for (String name : new String[] {
            "strategy_name",
            "symbol",
            "bot",
            "start_date",
            "end_date",
            "timeframe",
            "hours",
            "contract",
            "fill_mode",
            "fill_timing",
            "limit_fill",
            "account_currency",
            "portfolio_id"
        }) {
            request.optional(name).ifPresent(value -> fields.put(name, value));
        }
        if (request.decimal("initial_cash") != null) {
            fields.put("initial_cash", request.decimal("initial_cash"));
        }
        if (request.has("accept_grade_f")) {
            fields.put("accept_grade_f", request.flag("accept_grade_f"));
        }
        request.optional("model").ifPresent(id -> fields.put("models", Map.of("signal", id)));
        if (request.has("force_in_sample")) {
            fields.put("force_in_sample", request.flag("force_in_sample"));
        }
        fields.put("record_to_portfolio", request.flag("record_to_portfolio"));
        return request.convert(fields, BacktestOrder.class);
    }
}
