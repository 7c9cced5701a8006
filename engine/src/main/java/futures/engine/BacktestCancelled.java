package futures.engine;

/** The {@link Progress} of a run said to stop. */
public final class BacktestCancelled extends RuntimeException {
    private static final long serialVersionUID = 1;

    BacktestCancelled(int barsDone, int barsTotal) {
        super("cancelled after " + barsDone + " of " + barsTotal + " bars");
    }
}
