package futures.backtest;

import futures.backtest.montecarlo.MonteCarlos;
import futures.backtest.store.BacktestStore;
import futures.backtest.store.StoredBacktest;
import futures.kit.http.Answer;
import futures.kit.http.Param;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.kit.job.Job;
import futures.kit.job.JobRoutes;
import futures.kit.job.JobRunner;
import futures.kit.job.JobStatus;
import futures.wire.backtest.MonteCarloOrder;

/** What else could have become of a result. */
final class MonteCarloRoutes {
    private static final String PATH = "/api/montecarlo";

    private final BacktestStore store;
    private final MonteCarlos tests;
    private final JobRunner runner;

    MonteCarloRoutes(BacktestStore store, MonteCarlos tests, JobRunner runner) {
        this.store = store;
        this.tests = tests;
        this.runner = runner;
    }

    void declare(Routes routes) {
        routes.post(PATH)
                .summary("Put a stored result to the test")
                .description("""
                        Trades shuffled, drawn again and missed, days drawn in blocks, entries at random, the strategy run again on prices
                        that are a little other and in other markets, and other costs. The job's `result` has percentiles, where the
                        observed result stands, and p-values with their meaning; what a result does not allow is in `left_out` with the
                        reason. The strategy is the version that made the result, a script in a process of its own. With `wait=true`
                        the answer is the result itself (200). Nothing is stored, and nothing counts as a try.""")
                .query("backtest_id", Param.text().required(), FoundBacktest.ID)
                .query("wait", Param.flag().orElse(false), "answer with the result instead of a job")
                .body(MonteCarloOrder.class)
                .answers(202, JobStatus.class)
                .handle(this::begin);
        JobRoutes.mount(routes, PATH, runner);
    }

    private Object begin(Request request) throws InterruptedException {
        StoredBacktest found = FoundBacktest.of(store, request.text("backtest_id"));
        boolean standards = request.context().bodyAsBytes().length == 0;
        MonteCarloOrder order = standards ? null : request.body(MonteCarloOrder.class);
        if (request.flag("wait")) {
            return tests.runAndWait(found, order);
        }
        Job job = tests.submit(found, order);
        return Answer.accepted(PATH + "/" + job.id(), job.status());
    }
}
