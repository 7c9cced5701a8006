package futures.backtest.run;

import futures.backtest.strategy.KeptCode;
import futures.kit.job.JobHandle;
import futures.wire.backtest.BacktestOrder;
import java.util.List;

/** Carries out orders that must not run in this process. */
public interface Elsewhere {
    /**
     * @param code of the order's strategies
     * @throws futures.kit.http.Problem what went wrong there, as it would be here
     */
    Delivered run(String id, BacktestOrder order, List<KeptCode> code, JobHandle handle) throws InterruptedException;
}
