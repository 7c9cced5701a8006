package futures.backtest.montecarlo;

import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.MonteCarlo.LeftOut;

/**
 * What a strategy has to run again for.
 *
 * @param method {@link NoiseRuns#NAME} or {@link OtherMarkets#NAME}
 * @param order  that of the result, or the same in another market
 */
record Rerun(String method, BacktestOrder order) {
    boolean onOtherPrices() {
        return method.equals(NoiseRuns.NAME);
    }

    /** How many runs it takes. */
    int runs(Noise noise) {
        return onOtherPrices() ? noise.runs() + 1 : 1;
    }

    /** In words. */
    String market() {
        return order.symbol() + " in " + order.timeframe();
    }

    Reran leftOut(String reason) {
        return new Reran(null, null, new LeftOut(method, onOtherPrices() ? reason : market() + ": " + reason));
    }
}
