package futures.backtest;

import futures.backtest.store.BacktestStore;
import futures.backtest.store.StoredBacktest;
import futures.kit.http.Answer;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Routes;
import futures.kit.job.JobRunner;
import futures.kit.job.JobState;
import futures.kit.job.JobStatus;
import futures.wire.backtest.BacktestList;
import futures.wire.backtest.BacktestState;
import java.util.Optional;

/** What came out of backtests, however long ago. */
final class ResultRoutes {
    private final BacktestStore store;
    private final JobRunner runner;

    ResultRoutes(BacktestStore store, JobRunner runner) {
        this.store = store;
        this.runner = runner;
    }

    void declare(Routes routes) {
        routes.get("/api/backtests")
                .summary("Backtests, newest first")
                .query("limit", Param.integer(1, 1000).orElse(50), "rows of a page")
                .query("cursor", Param.integer(1, Long.MAX_VALUE), "from the page before")
                .answers(BacktestList.class)
                .handle(request -> store.list(request.integer("limit"), request.number("cursor")));
        routes.get("/api/backtests/{id}")
                .summary("A backtest's state, and its result when it is done")
                .path("id", FoundBacktest.ID)
                .answers(BacktestState.class)
                .handle(request -> state(FoundBacktest.of(store, request)));
        routes.delete("/api/backtests/{id}")
                .summary("Cancel a backtest that has not ended")
                .path("id", FoundBacktest.ID)
                .answers(202, BacktestState.class)
                .handle(request -> {
                    StoredBacktest found = FoundBacktest.of(store, request);
                    if (!runner.cancel(found.id())) {
                        throw Problem.conflict("The backtest has already ended: "
                                + found.state().text() + ".");
                    }
                    return Answer.accepted("/api/backtests/" + found.id(), state(FoundBacktest.of(store, request)));
                });
    }

    private BacktestState state(StoredBacktest found) {
        Optional<JobStatus> job = found.state().isFinal()
                ? Optional.empty()
                : runner.find(found.id()).map(running -> running.status());
        return new BacktestState(
                found.id(),
                found.state().text(),
                found.state() == JobState.DONE
                        ? 1
                        : job.map(JobStatus::progress).orElse(0.0),
                job.map(JobStatus::message).orElse(found.message()),
                job.map(JobStatus::secondsLeft).orElse(null),
                found.created(),
                found.ended(),
                found.order(),
                found.summary(),
                found.verification());
    }
}
