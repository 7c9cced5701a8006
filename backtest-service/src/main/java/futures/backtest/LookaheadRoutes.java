package futures.backtest;

import futures.backtest.lookahead.Proofs;
import futures.kit.http.Answer;
import futures.kit.http.Param;
import futures.kit.http.Routes;
import futures.kit.job.Job;
import futures.kit.job.JobRoutes;
import futures.kit.job.JobRunner;
import futures.kit.job.JobStatus;
import futures.wire.backtest.LookaheadOrder;

/** Asks whether a strategy knows what it cannot know. */
final class LookaheadRoutes {
    private static final String PATH = "/api/lookaheads";

    private final Proofs proofs;
    private final JobRunner runner;

    LookaheadRoutes(Proofs proofs, JobRunner runner) {
        this.proofs = proofs;
        this.runner = runner;
    }

    void declare(Routes routes) {
        routes.post("/api/strategies/{name}/lookahead")
                .summary("Run a strategy with the future cut off and changed, and compare its orders")
                .description("""
                        `backtest` is an order as in `POST /api/backtests`. At `points` places, two of three of them right after an order, later
                        bars are cut off, and then replaced by other ones; what the strategy sent before must stay the same. The job's `result`
                        has the verdict: `passed`, `failed` with the first order that is another one, `unsteady`, `no_orders`. With `wait=true`
                        the answer is the verdict itself (200). Nothing is stored.""")
                .path("name", "of the strategy")
                .query("wait", Param.flag().orElse(false), "answer with the verdict instead of a job")
                .body(LookaheadOrder.class)
                .answers(202, JobStatus.class)
                .handle(request -> {
                    LookaheadOrder order = request.body(LookaheadOrder.class);
                    if (request.flag("wait")) {
                        return proofs.proveAndWait(request.path("name"), order);
                    }
                    Job job = proofs.submit(request.path("name"), order);
                    return Answer.accepted(PATH + "/" + job.id(), job.status());
                });
        JobRoutes.mount(routes, PATH, runner);
    }
}
