package futures.backtest.order;

import futures.kit.http.Problem;
import futures.wire.backtest.RiskLimits;

/** Where limits are that an order names and does not spell out. */
@FunctionalInterface
public interface LimitSource {
    /** For processes that are given complete orders. */
    LimitSource NONE = (limitsOf, strategy, symbol) -> {
        throw Problem.unprocessable("The limits of '" + limitsOf + "' are not known here.");
    };

    /**
     * The limits that a name stands for.
     *
     * @param limitsOf {@code all} or {@code portfolio N}
     * @param strategy of the run; null when it has several
     * @param symbol   of the run; null when it has several
     * @throws Problem 422 when it is no such name, 503 when the risk service does not answer
     */
    RiskLimits of(String limitsOf, String strategy, String symbol);
}
