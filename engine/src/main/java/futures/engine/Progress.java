package futures.engine;

/** Told from time to time how far a run is; says whether to go on. */
@FunctionalInterface
public interface Progress {
    Progress UNOBSERVED = (done, total) -> true;

    /**
     * Called on the running thread about every ten thousand bars and at the end.
     *
     * @return false to cancel: the run then ends with {@link BacktestCancelled}
     */
    boolean report(int barsDone, int barsTotal);

    /** Called once, on the running thread, some bars after the first one inside which the order of events mattered and cannot be known. */
    default void doubted() {}
}
