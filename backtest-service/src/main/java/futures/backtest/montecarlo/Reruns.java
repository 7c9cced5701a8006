package futures.backtest.montecarlo;

import futures.backtest.order.EngineRequests;
import futures.engine.StrategyFailed;
import futures.kit.http.Problem;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Runs a strategy again, in this process: for strategies in Java that of the service, for scripts one of their own. */
final class Reruns {
    private final EngineRequests requests;
    private final Noise noise;
    private final RunHost host;
    private final BiConsumer<Double, String> progress;

    /** @param progress share of the whole, and what is being done; may throw to end it all */
    Reruns(EngineRequests requests, Noise noise, RunHost host, BiConsumer<Double, String> progress) {
        this.requests = requests;
        this.noise = noise;
        this.host = host;
        this.progress = progress;
    }

    /**
     * Does them in their order.
     *
     * @param first number of the first one to do; those before it were done elsewhere
     * @param to    takes what came of each
     */
    void run(List<Rerun> all, int first, Consumer<Reran> to) {
        RunSteps steps = new RunSteps(host, progress, runs(all));
        for (int i = first; i < all.size(); i++) {
            steps.behind(runs(all.subList(0, i)));
            to.accept(run(all.get(i), steps));
        }
    }

    private int runs(List<Rerun> some) {
        return some.stream().mapToInt(one -> one.runs(noise)).sum();
    }

    private Reran run(Rerun one, RunSteps steps) {
        try {
            return one.onOtherPrices()
                    ? new Reran(new NoiseRuns(one.order(), requests, noise).method(steps), null, null)
                    : new Reran(null, OtherMarkets.run(one, requests, steps), null);
        } catch (StrategyFailed e) {
            return one.leftOut((one.onOtherPrices() ? "on other prices the strategy failed: " : "") + e.getMessage());
        } catch (Problem | IllegalArgumentException e) {
            return one.leftOut(e.getMessage());
        }
    }
}
