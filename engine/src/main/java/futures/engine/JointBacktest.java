package futures.engine;

import futures.strategy.Strategy;

/** Runs several strategies on one account. */
public final class JointBacktest {
    private JointBacktest() {}

    /**
     * Runs on the calling thread; any number of runs may go on at once.
     *
     * @throws IllegalArgumentException when parameters are not a strategy's
     * @throws StrategyFailed    when a strategy throws
     * @throws BacktestCancelled when the request's progress says so
     */
    public static JointResult run(JointRequest request) {
        return new JointSimulation(request).run();
    }

    /** The strategy of an assignment, with its parameters. */
    static Strategy strategy(Assignment assignment) {
        Strategy strategy = assignment.strategy().get();
        strategy.configure(assignment.parameters());
        return strategy;
    }
}
