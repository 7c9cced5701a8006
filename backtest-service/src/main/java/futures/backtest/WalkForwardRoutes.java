package futures.backtest;

import futures.backtest.optimize.WalkForwards;
import futures.backtest.serve.WalkForwardTable;
import futures.backtest.store.WalkForwardStore;
import futures.kit.http.Answer;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.kit.job.Job;
import futures.kit.job.JobRoutes;
import futures.kit.job.JobRunner;
import futures.kit.job.JobStatus;
import futures.wire.backtest.DayRow;
import futures.wire.backtest.WalkForwardList;
import futures.wire.backtest.WalkForwardOrder;
import futures.wire.backtest.WalkForwardState;
import java.io.IOException;

/** Optimizing in one window and trading in the next, again and again. */
final class WalkForwardRoutes {
    private static final String PATH = "/api/walkforwards";
    private static final String ID = "as the request that began the walk-forward answered";

    private final WalkForwards walkForwards;
    private final WalkForwardStore store;
    private final JobRunner runner;

    WalkForwardRoutes(WalkForwards walkForwards, WalkForwardStore store, JobRunner runner) {
        this.walkForwards = walkForwards;
        this.store = store;
        this.runner = runner;
    }

    void declare(Routes routes) {
        routes.post(PATH)
                .summary("Trade the best parameters of each window in the window after it")
                .description("""
                        `optimization` is an order of /api/optimizations with one objective, `windows` says how its range is cut, `matrix`
                        in which further ways. The days out of sample are stitched to one curve.
                        `wait=true` waits for the end.""")
                .query("wait", Param.flag().orElse(false), "answer when it has ended")
                .body(WalkForwardOrder.class)
                .answers(202, JobStatus.class)
                .handle(this::begin);
        routes.get(PATH)
                .summary("Walk-forwards, newest first")
                .query("limit", Param.integer(1, 1000).orElse(50), "rows of a page")
                .query("cursor", Param.integer(1, Long.MAX_VALUE), "from the page before")
                .answers(WalkForwardList.class)
                .handle(request -> store.list(request.integer("limit"), request.number("cursor")));
        routes.get(PATH + "/{id}")
                .summary("A walk-forward, where it stands and what came of it")
                .path("id", ID)
                .answers(WalkForwardState.class)
                .handle(request -> state(request.path("id")));
        routes.get(PATH + "/{id}/export")
                .summary("The days that were traded out of sample, stitched")
                .description("CSV has day, profit and equity at its end.")
                .path("id", ID)
                .query("format", Param.choice("csv", "json").orElse("csv"), "")
                .answers(DayRow.class)
                .handle(this::export);
        routes.delete(PATH + "/{id}")
                .summary("Cancel a walk-forward that has not ended")
                .path("id", ID)
                .answers(202, WalkForwardState.class)
                .handle(request -> {
                    WalkForwardState found = state(request.path("id"));
                    if (!runner.cancel(found.id())) {
                        throw Problem.conflict("The walk-forward has already ended: " + found.state() + ".");
                    }
                    return Answer.accepted(found.href(), state(found.id()));
                });
        JobRoutes.mountEvents(routes, PATH, runner);
    }

    private Object begin(Request request) throws InterruptedException {
        Job job = walkForwards.submit(request.body(WalkForwardOrder.class));
        if (!request.flag("wait")) {
            return Answer.accepted(PATH + "/" + job.id(), job.status());
        }
        return state(job.awaitEnd().id());
    }

    private Object export(Request request) throws IOException {
        WalkForwardState found = state(request.path("id"));
        if (found.result() == null) {
            throw Problem.conflict("The walk-forward has no result: it is " + found.state() + ".");
        }
        if (request.text("format").equals("json")) {
            return found.result().days();
        }
        WalkForwardTable.csv(request.context(), found.result());
        return null;
    }

    private WalkForwardState state(String id) {
        WalkForwardState stored = store.find(id)
                .orElseThrow(() ->
                        Problem.notFound("There is no walk-forward '" + id + "'; GET /api/walkforwards lists them."));
        if (stored.ended() != null) {
            return stored;
        }
        return runner.find(id).map(Job::status).map(job -> with(stored, job)).orElse(stored);
    }

    private static WalkForwardState with(WalkForwardState stored, JobStatus job) {
        return new WalkForwardState(
                stored.id(),
                stored.state(),
                job.progress(),
                job.message(),
                job.secondsLeft(),
                stored.strategyName(),
                stored.symbol(),
                stored.created(),
                stored.ended(),
                stored.order(),
                stored.result(),
                stored.matrix(),
                stored.warnings(),
                stored.href());
    }
}
