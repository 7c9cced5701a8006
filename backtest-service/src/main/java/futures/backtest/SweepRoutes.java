package futures.backtest;

import futures.backtest.serve.SweepTable;
import futures.backtest.store.SweepStore;
import futures.backtest.sweep.Sweeps;
import futures.kit.http.Answer;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.kit.job.Job;
import futures.kit.job.JobRoutes;
import futures.kit.job.JobRunner;
import futures.kit.job.JobStatus;
import futures.wire.backtest.SweepList;
import futures.wire.backtest.SweepOrder;
import futures.wire.backtest.SweepRow;
import futures.wire.backtest.SweepState;
import java.io.IOException;
import java.io.InputStream;

/** One backtest with every combination of some parameters' values. */
final class SweepRoutes {
    private static final String PATH = "/api/sweeps";
    private static final String ID = "as the request that began the sweep answered";

    private final Sweeps sweeps;
    private final SweepStore store;
    private final JobRunner runner;

    SweepRoutes(Sweeps sweeps, SweepStore store, JobRunner runner) {
        this.sweeps = sweeps;
        this.store = store;
        this.runner = runner;
    }

    void declare(Routes routes) {
        routes.post(PATH)
                .summary("Run a backtest with every combination of some parameters' values")
                .description("""
                        `backtest` is an order of one strategy, `spaces` has values to try by parameter: lists, or objects with `min`,
                        `max` and `step`; left out, they are those of the strategy. A combination that fails does not keep
                        the others from running. `dry_run=true` answers how many there would be (200), `wait=true` waits for the end.""")
                .query("dry_run", Param.flag().orElse(false), "only count")
                .query("wait", Param.flag().orElse(false), "answer when it has ended")
                .body(SweepOrder.class)
                .answers(202, JobStatus.class)
                .handle(this::begin);
        routes.get(PATH)
                .summary("Sweeps, newest first")
                .query("limit", Param.integer(1, 1000).orElse(50), "rows of a page")
                .query("cursor", Param.integer(1, Long.MAX_VALUE), "from the page before")
                .answers(SweepList.class)
                .handle(request -> store.list(request.integer("limit"), request.number("cursor")));
        routes.get(PATH + "/{id}")
                .summary("A sweep and where it stands")
                .path("id", ID)
                .answers(SweepState.class)
                .handle(request -> state(request.path("id")));
        routes.get(PATH + "/{id}/rows")
                .summary("What came of each combination, by number")
                .description(
                        "Of a sweep that was stopped, those that had ended. CSV has a column for each parameter and figure.")
                .path("id", ID)
                .query("format", Param.choice("json", "csv").orElse("json"), "")
                .answers(SweepRow.class)
                .handle(this::rows);
        routes.delete(PATH + "/{id}")
                .summary("Cancel a sweep that has not ended")
                .path("id", ID)
                .answers(202, SweepState.class)
                .handle(request -> {
                    SweepState found = state(request.path("id"));
                    if (!runner.cancel(found.id())) {
                        throw Problem.conflict("The sweep has already ended: " + found.state() + ".");
                    }
                    return Answer.accepted(found.href(), state(found.id()));
                });
        JobRoutes.mountEvents(routes, PATH, runner);
    }

    private Object begin(Request request) throws InterruptedException {
        SweepOrder order = request.body(SweepOrder.class);
        if (request.flag("dry_run")) {
            return sweeps.count(order);
        }
        Job job = sweeps.submit(order);
        if (!request.flag("wait")) {
            return Answer.accepted(PATH + "/" + job.id(), job.status());
        }
        return state(job.awaitEnd().id());
    }

    private SweepState state(String id) {
        SweepState stored = store.find(id)
                .orElseThrow(() -> Problem.notFound("There is no sweep '" + id + "'; GET /api/sweeps lists them."));
        if (stored.ended() != null) {
            return stored;
        }
        return runner.find(id).map(Job::status).map(job -> with(stored, job)).orElse(stored);
    }

    private static SweepState with(SweepState stored, JobStatus job) {
        return new SweepState(
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
                stored.combinations(),
                stored.done(),
                stored.failed(),
                stored.warnings(),
                stored.href());
    }

    private Object rows(Request request) throws IOException {
        SweepState found = state(request.path("id"));
        try (InputStream stored = store.rows(found.id())
                .orElseThrow(() -> Problem.conflict("The sweep has no rows yet: it is " + found.state() + "."))) {
            if (request.text("format").equals("csv")) {
                SweepTable.csv(request.context(), stored, found.order().spaces().keySet());
            } else {
                SweepTable.json(request.context(), stored);
            }
            return null;
        }
    }
}
