package futures.backtest;

import futures.backtest.sensitivity.RollSensitivities;
import futures.kit.http.Answer;
import futures.kit.http.Param;
import futures.kit.http.Routes;
import futures.kit.job.Job;
import futures.kit.job.JobRoutes;
import futures.kit.job.JobRunner;
import futures.kit.job.JobStatus;
import futures.wire.backtest.RollSensitivityOrder;

/** Asks how much of a result hangs on when and how contracts follow each other. */
final class RollSensitivityRoutes {
    private static final String PATH = "/api/roll-sensitivities";

    private final RollSensitivities sensitivities;
    private final JobRunner runner;

    RollSensitivityRoutes(RollSensitivities sensitivities, JobRunner runner) {
        this.sensitivities = sensitivities;
        this.runner = runner;
    }

    void declare(Routes routes) {
        routes.post(PATH)
                .summary("Run one backtest under several rules of rolling and adjustments, and compare")
                .description("""
                        The job's `result` has a row for each way of rolling and the spread of net profit, trades, drawdown and
                        Sharpe ratio over them. What a rule or the data do not allow is in `left_out` with the reason. With
                        `wait=true` the answer is the comparison itself (200). Nothing is stored.""")
                .query("wait", Param.flag().orElse(false), "answer with the comparison instead of a job")
                .body(RollSensitivityOrder.class)
                .answers(202, JobStatus.class)
                .handle(request -> {
                    RollSensitivityOrder order = request.body(RollSensitivityOrder.class);
                    if (request.flag("wait")) {
                        return sensitivities.compareAndWait(order);
                    }
                    Job job = sensitivities.submit(order);
                    return Answer.accepted(PATH + "/" + job.id(), job.status());
                });
        JobRoutes.mount(routes, PATH, runner);
    }
}
