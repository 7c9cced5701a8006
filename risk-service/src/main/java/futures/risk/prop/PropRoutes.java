package futures.risk.prop;

import futures.kit.ServiceContext;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Route;
import futures.kit.http.Routes;
import futures.wire.risk.prop.PropEquityBody;
import futures.wire.risk.prop.PropEvaluation;
import futures.wire.risk.prop.PropPlans;
import futures.wire.risk.prop.PropSimulation;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Plans of proprietary trading firms over HTTP. */
public final class PropRoutes implements AutoCloseable {
    private static final int AT_ONCE = 4;

    private final PlanFile file;
    private final BacktestClient backtests;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
                Thread thread = new Thread(work, "prop-lives");
                thread.setDaemon(true);
                return thread;
            });
    private final Odds odds = new Odds(threads);
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** @throws futures.kit.config.ConfigException with file, line and key when the file of plans is wrong */
    public PropRoutes(ServiceContext context) {
        this.file = new PlanFile(context.settings().home());
        this.backtests = new BacktestClient(context.client("backtest"));
        file.read();
    }

    public void declare(Routes routes) {
        routes.get("/api/risk/prop-firms")
                .summary("Plans of proprietary trading firms, with the day and source of their rules")
                .description("From `config/prop-firms.yaml`, which is read again whenever it changed.")
                .answers(PropPlans.class)
                .handle(request -> new PropPlans(
                        file.name(),
                        file.plans().values().stream().map(PlanAnswers::of).toList()));
        onHistory(routes.post("/api/risk/prop-firms/{plan}/evaluate"))
                .summary("Replays a backtest under a plan: passed, failed where and why, or neither")
                .query("account", Param.choice("evaluation", "funded").orElse("evaluation"), "which of the plan's two")
                .query("size", Param.integer(1, OddsOrder.MOST_SIZE).orElse(1), "multiple of the backtest's contracts")
                .answers(PropEvaluation.class)
                .handle(request -> oneOfFew(() -> evaluate(request)));
        onHistory(routes.post("/api/risk/prop-firms/{plan}/simulate"))
                .summary("Odds to pass and fail, and what a life with the plan is worth, by size")
                .description("Days are drawn again in blocks, with the way that each went.")
                .query("sizes", Param.text(), "multiples such as 1,2,5; those that the plan allows unless given")
                .query("lives", Param.integer(100, 100_000).orElse(10_000), "lives drawn for each size")
                .query(
                        "seed",
                        Param.integer(Long.MIN_VALUE, Long.MAX_VALUE).orElse(0),
                        "the same gives the same answer")
                .query(
                        "block_days",
                        Param.decimal("1", "250"),
                        "mean length of blocks; what the days ask for unless given")
                .query("days", Param.integer(1, 1000).orElse(120), "after which an evaluation counts as running")
                .query(
                        "life_days",
                        Param.integer(1, 2000).orElse(252),
                        "days of evaluations and funded account together")
                .query("attempts", Param.integer(1, 50).orElse(3), "evaluations that are begun at most")
                .answers(PropSimulation.class)
                .handle(request -> oneOfFew(() -> simulate(request)));
    }

    private static Route onHistory(Route route) {
        return route.path("plan", "name of a plan, as in the list")
                .query("backtest_id", Param.text(), "a finished backtest; without it the body has the days")
                .query(
                        "daily_loss",
                        Param.choice("off", "flatten", "fail"),
                        "switches the plan's daily limit, where it has an amount for one")
                .body(PropEquityBody.class);
    }

    private PropEvaluation evaluate(Request request) {
        Plan plan = plan(request);
        return Replay.of(
                plan, request.text("account").equals("funded"), history(request, plan), request.integer("size"));
    }

    private PropSimulation simulate(Request request) {
        OddsOrder order = OddsOrder.of(request);
        Plan plan = plan(request);
        return odds.of(plan, history(request, plan), order);
    }

    private Plan plan(Request request) {
        String limit = request.text("daily_loss");
        return file.plan(request.path("plan"))
                .with(limit == null ? null : DailyLoss.valueOf(limit.toUpperCase(Locale.ROOT)));
    }

    private History history(Request request, Plan plan) {
        String id = request.text("backtest_id");
        return id == null
                ? GivenDays.of(request.body(PropEquityBody.class))
                : HistoryDays.of(backtests.fetch(id, plan.currency()), plan);
    }

    /** A history of a million bars takes tens of megabytes. */
    private <T> T oneOfFew(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw Problem.busy(AT_ONCE + " evaluations or simulations are under way; ask again in a second.");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
