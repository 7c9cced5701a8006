package futures.portfolio.allocation;

import futures.kit.ServiceContext;
import futures.kit.http.Answer;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.kit.job.Job;
import futures.kit.job.JobRoutes;
import futures.kit.job.JobRunner;
import futures.kit.job.JobStatus;
import futures.kit.sql.Database;
import futures.portfolio.market.Markets;
import futures.portfolio.market.Prices;
import futures.portfolio.report.DailyCurve;
import futures.wire.allocation.AllocationList;
import futures.wire.allocation.AllocationOrder;
import futures.wire.allocation.AllocationState;
import futures.wire.allocation.Frontier;
import java.time.Duration;

/** Shares out capital over results, and keeps what came of it. */
public final class AllocationRoutes implements AutoCloseable {
    private static final String PATH = "/api/allocations";
    private static final String ID = "as the request that began the allocation answered";

    private final AllocationStore store;
    private final JobRunner runner;
    private final Allocations allocations;

    /** @param database with the table {@code allocation} */
    public AllocationRoutes(ServiceContext context, Database database) {
        this.store = new AllocationStore(database);
        this.runner = new JobRunner(
                "allocation",
                1,
                context.settings().integer("limits.queued_jobs"),
                Duration.ofMinutes(context.settings().integer("limits.job_minutes")),
                context.clock());
        this.allocations = new Allocations(
                new Sources(
                        context.client("backtest"),
                        new DailyCurve(
                                database,
                                new Markets(context.client("data")),
                                new Prices(context.client("data")),
                                context.clock())),
                store,
                runner,
                new Intake.Standards(
                        context.settings().decimal("defaults.initial_cash"),
                        context.settings().decimal("defaults.commission")),
                context.clock());
    }

    /** Declares what it answers. */
    public void declare(Routes routes) {
        routes.post(PATH)
                .summary("Share out capital over backtests, portfolios or series of daily profits")
                .description("""
                        Weights by `method`, whole contracts under a margin budget, risk contributions, correlations and their tree,
                        overlap of drawdowns, equity of the mix, and a walk forward of the rule itself: `in_sample` is
                        flattered by hindsight, `walk_forward.out_of_sample` is not. With `wait=true` the answer is the
                        allocation (201); without, a job (202). With `keep=false` it is answered at once (200) and not kept.""")
                .query("wait", Param.flag().orElse(false), "answer when it has ended")
                .query("keep", Param.flag().orElse(true), "false: only look, keep nothing")
                .body(AllocationOrder.class)
                .answers(202, JobStatus.class)
                .handle(this::begin);
        routes.post(PATH + "/frontier")
                .summary("The efficient frontier of the same results, within the same bounds")
                .description("By the covariance and the means of the order's days. Nothing is kept.")
                .query(
                        "points",
                        Param.integer(2, 50).orElse(25),
                        "points from the least variance to the highest return")
                .body(AllocationOrder.class)
                .answers(Frontier.class)
                .handle(request ->
                        allocations.frontier(request.body(AllocationOrder.class), request.integer("points")));
        routes.get(PATH)
                .summary("Kept allocations, newest first")
                .query("limit", Param.integer(1, 1000).orElse(50), "rows of a page")
                .query("cursor", Param.integer(1, Long.MAX_VALUE), "from the page before")
                .answers(AllocationList.class)
                .handle(request -> store.list(request.integer("limit"), request.number("cursor")));
        routes.get(PATH + "/{id}")
                .summary("An allocation and where it stands")
                .path("id", ID)
                .answers(AllocationState.class)
                .handle(request -> state(request.path("id")));
        routes.delete(PATH + "/{id}")
                .summary("Cancel an allocation that is under way, or remove a kept one")
                .path("id", ID)
                .answers(204, null)
                .handle(request -> {
                    String id = request.path("id");
                    if (!runner.cancel(id) && !store.delete(id)) {
                        throw unknown(id);
                    }
                    return Answer.noContent();
                });
        JobRoutes.mountEvents(routes, PATH, runner);
    }

    private Object begin(Request request) throws InterruptedException {
        AllocationOrder order = request.body(AllocationOrder.class);
        if (!request.flag("keep")) {
            return allocations.preview(order);
        }
        if (request.flag("wait")) {
            String id = allocations.submitAndWait(order);
            return Answer.created(PATH + "/" + id, state(id));
        }
        Job job = allocations.submit(order);
        return Answer.accepted(PATH + "/" + job.id(), job.status());
    }

    private AllocationState state(String id) {
        return store.find(id)
                .or(() -> runner.find(id).map(Job::status).map(AllocationRoutes::underWay))
                .orElseThrow(() -> unknown(id));
    }

    private static AllocationState underWay(JobStatus job) {
        return new AllocationState(
                job.id(),
                null,
                job.state().text(),
                job.progress(),
                job.message(),
                job.secondsLeft(),
                job.created(),
                null,
                null);
    }

    private static Problem unknown(String id) {
        return Problem.notFound("There is no allocation '" + id + "'; GET /api/allocations lists those that are kept.")
                .field("id", id, "unknown allocation");
    }

    /** Cancels what runs. */
    @Override
    public void close() {
        runner.close();
    }
}
