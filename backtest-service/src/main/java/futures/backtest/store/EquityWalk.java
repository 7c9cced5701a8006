package futures.backtest.store;

import java.io.IOException;

/** Goes through equity from bar to bar, once. */
public interface EquityWalk {
    /** Bars in all. */
    int bars();

    /** Cash at the start, in millionths of the currency's unit. */
    long initial();

    /** Goes on to the next bar, at first to the first one; false after the last. */
    boolean next() throws IOException;

    /** The bar's close, epoch milliseconds UTC. */
    long time();

    /** Equity at the bar's close, in millionths. */
    long equity();
}
