package futures.backtest;

import futures.backtest.optimize.Optimizations;
import futures.backtest.optimize.RowAnswers;
import futures.backtest.store.OptimizationStore;
import futures.backtest.store.SearchedRowStore;
import futures.kit.http.Answer;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.kit.job.Job;
import futures.kit.job.JobRoutes;
import futures.kit.job.JobRunner;
import futures.kit.job.JobStatus;
import futures.wire.backtest.OptimizationList;
import futures.wire.backtest.OptimizationOrder;
import futures.wire.backtest.OptimizationRow;
import futures.wire.backtest.OptimizationState;

/** Searches for the best parameters, as jobs that can be paused and go on. */
final class OptimizationRoutes {
    static final String PATH = "/api/optimizations";
    static final String ID = "as the request that began the optimization answered";

    private final Optimizations optimizations;
    private final OptimizationStore store;
    private final SearchedRowStore rows;
    private final JobRunner runner;

    OptimizationRoutes(Optimizations optimizations, OptimizationStore store, SearchedRowStore rows, JobRunner runner) {
        this.optimizations = optimizations;
        this.store = store;
        this.rows = rows;
        this.runner = runner;
    }

    void declare(Routes routes) {
        routes.post(PATH)
                .summary("Search for the best combination of a strategy's parameters")
                .description("""
                        `backtest` is an order of one strategy, `spaces` has values to try by parameter: lists, or objects with `min`,
                        `max` and `step`; left out, they are those of the strategy. `method` says how combinations are chosen,
                        `objective` and `constraints` which is the best. The same request gives the same rows on any number of threads.
                        `dry_run=true` answers how many there would be and how long they would take (200), from some that
                        are run for it; `wait=true` waits for the end.""")
                .query("dry_run", Param.flag().orElse(false), "only count, and estimate the time")
                .query("wait", Param.flag().orElse(false), "answer when it has ended")
                .body(OptimizationOrder.class)
                .answers(202, JobStatus.class)
                .handle(this::begin);
        routes.get(PATH)
                .summary("Optimizations, newest first")
                .query("limit", Param.integer(1, 1000).orElse(50), "rows of a page")
                .query("cursor", Param.integer(1, Long.MAX_VALUE), "from the page before")
                .answers(OptimizationList.class)
                .handle(request -> store.list(request.integer("limit"), request.number("cursor")));
        routes.get(PATH + "/{id}")
                .summary("An optimization and where it stands")
                .path("id", ID)
                .answers(OptimizationState.class)
                .handle(request -> state(request.path("id")));
        routes.delete(PATH + "/{id}")
                .summary("Cancel an optimization that has not ended")
                .description("Rows that are there stay, and resume has it go on all the same.")
                .path("id", ID)
                .answers(202, OptimizationState.class)
                .handle(request -> {
                    OptimizationState found = state(request.path("id"));
                    optimizations.cancel(found);
                    return Answer.accepted(found.href(), state(found.id()));
                });
        routes.post(PATH + "/{id}/pause")
                .summary("Stop an optimization for a while")
                .description(
                        "It keeps its rows and stays paused over restarts of the service, until it is resumed or cancelled.")
                .path("id", ID)
                .answers(202, OptimizationState.class)
                .handle(request -> {
                    OptimizationState found = state(request.path("id"));
                    optimizations.pause(found);
                    return Answer.accepted(found.href(), state(found.id()));
                });
        routes.post(PATH + "/{id}/resume")
                .summary("Go on with an optimization that is paused, failed or cancelled")
                .description("""
                        What has been run is not run again; the end is what it would have been. When the strategy or its bars have changed
                        meanwhile it fails and says so.""")
                .path("id", ID)
                .answers(202, JobStatus.class)
                .handle(request -> {
                    OptimizationState found = state(request.path("id"));
                    return Answer.accepted(
                            found.href(), optimizations.resume(found).status());
                });
        JobRoutes.mountEvents(routes, PATH, runner);
    }

    private Object begin(Request request) throws InterruptedException {
        OptimizationOrder order = request.body(OptimizationOrder.class);
        if (request.flag("dry_run")) {
            return optimizations.count(order);
        }
        Job job = optimizations.submit(order);
        if (!request.flag("wait")) {
            return Answer.accepted(PATH + "/" + job.id(), job.status());
        }
        return state(job.awaitEnd().id());
    }

    private OptimizationState state(String id) {
        OptimizationState stored = find(store, id);
        JobStatus job = runner.find(id).map(Job::status).orElse(null);
        boolean live = job != null && stored.ended() == null && !stored.state().equals("paused");
        return new OptimizationState(
                stored.id(),
                stored.state(),
                live ? Math.max(job.progress(), stored.progress()) : stored.progress(),
                live ? job.message() : stored.message(),
                live ? job.secondsLeft() : null,
                stored.strategyName(),
                stored.symbol(),
                stored.created(),
                stored.ended(),
                stored.order(),
                stored.combinations(),
                stored.done(),
                stored.failed(),
                stored.stopped(),
                best(stored),
                stored.verdict(),
                stored.warnings(),
                stored.href());
    }

    static OptimizationState find(OptimizationStore store, String id) {
        return store.find(id)
                .orElseThrow(() ->
                        Problem.notFound("There is no optimization '" + id + "'; GET /api/optimizations lists them."));
    }

    private OptimizationRow best(OptimizationState state) {
        return rows.page(state.id(), new SearchedRowStore.Page("done", true, "score", true, 1, 0)).stream()
                .findFirst()
                .map(new RowAnswers(state.order())::of)
                .orElse(null);
    }
}
