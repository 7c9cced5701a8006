package futures.engine;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Profits of the same run under the pessimistic and the optimistic reading of every bar, in the account's currency. A
 * strategy that acts on its fills may take another way after one, so the second is not always the larger.
 */
public record ProfitInterval(double pessimistic, double optimistic) {

    static ProfitInterval of(BacktestResult result, BacktestRequest request, Progress progress) {
        if (result.ambiguousBars() == 0) {
            return certain(result.equity());
        }
        return of(
                request.fills().mode(),
                result.equity().profit(),
                progress,
                (mode, observer) -> Backtest.run(
                                request.withFills(request.fills().withMode(mode))
                                        .withProgress(observer))
                        .equity()
                        .profit());
    }

    static ProfitInterval of(JointResult result, JointRequest request, Progress progress) {
        if (result.ambiguousBars() == 0) {
            return certain(result.equity());
        }
        return of(
                request.fills().mode(),
                result.equity().profit(),
                progress,
                (mode, observer) -> JointBacktest.run(
                                request.withFills(request.fills().withMode(mode))
                                        .withProgress(observer))
                        .equity()
                        .profit());
    }

    private static ProfitInterval certain(EquityCurve equity) {
        return new ProfitInterval(equity.profit(), equity.profit());
    }

    /** @param rerun profit of the run made again in a mode */
    private static ProfitInterval of(
            FillMode own, double profit, Progress progress, ToDoubleBiFunction<FillMode, Progress> rerun) {
        List<FillMode> others = others(own);
        return of(own, profit, mode -> {
            int half = others.indexOf(mode);
            return rerun.applyAsDouble(mode, others.size() > 1 ? part(progress, half) : progress);
        });
    }

    /** The readings that it takes beside the one of a run. */
    public static List<FillMode> others(FillMode own) {
        return Stream.of(FillMode.PESSIMISTIC, FillMode.OPTIMISTIC)
                .filter(mode -> mode != own)
                .toList();
    }

    /**
     * Of a run with ambiguous bars.
     *
     * @param profit of the run
     * @param other  profit of the same run in each of the {@link #others}
     */
    public static ProfitInterval of(FillMode own, double profit, ToDoubleFunction<FillMode> other) {
        return new ProfitInterval(
                own == FillMode.PESSIMISTIC ? profit : other.applyAsDouble(FillMode.PESSIMISTIC),
                own == FillMode.OPTIMISTIC ? profit : other.applyAsDouble(FillMode.OPTIMISTIC));
    }

    /** The first or the second half of what is reported. */
    private static Progress part(Progress progress, int half) {
        return (done, total) -> progress.report(half * total + done, 2 * total);
    }
}
