package futures.backtest;

import futures.backtest.store.BacktestStore;
import futures.backtest.store.StoredBacktest;
import futures.backtest.verify.Verifications;
import futures.kit.http.Answer;
import futures.kit.http.Param;
import futures.kit.http.Routes;
import futures.kit.job.Job;
import futures.kit.job.JobRoutes;
import futures.kit.job.JobRunner;
import futures.kit.job.JobStatus;

/** Asks whether a stored result can be made again. */
final class VerifyRoutes {
    private static final String PATH = "/api/verifications";

    private final BacktestStore store;
    private final Verifications verifications;
    private final JobRunner runner;

    VerifyRoutes(BacktestStore store, Verifications verifications, JobRunner runner) {
        this.store = store;
        this.verifications = verifications;
        this.runner = runner;
    }

    void declare(Routes routes) {
        routes.post("/api/backtests/{id}/verify")
                .summary("Run a backtest again in a fresh process and compare")
                .description("""
                        The job's `result` is the verdict, which `GET /api/backtests/{id}` shows from then on:
                        `verified`, `changed` with the entries of the manifest that differ, or `not_reproducible`. With
                        `wait=true` the answer is the verdict itself (200).""")
                .path("id", FoundBacktest.ID)
                .query("wait", Param.flag().orElse(false), "answer with the verdict instead of a job")
                .answers(202, JobStatus.class)
                .handle(request -> {
                    StoredBacktest found = FoundBacktest.of(store, request);
                    if (request.flag("wait")) {
                        return verifications.verifyAndWait(found);
                    }
                    Job job = verifications.submit(found);
                    return Answer.accepted(PATH + "/" + job.id(), job.status());
                });
        JobRoutes.mount(routes, PATH, runner);
    }
}
