package futures.backtest.montecarlo;

import futures.analytics.inference.DrawnFigure;
import futures.analytics.performance.Measure;
import futures.backtest.store.Millionths;
import futures.wire.backtest.MonteCarlo;
import java.math.BigDecimal;
import java.util.function.DoubleFunction;

/** Where the result stands among what was drawn, in the words of the wire. */
final class Standing {
    private Standing() {}

    /** @param observed in millionths, like those drawn */
    static MonteCarlo.Figure money(String name, double observed, DrawnFigure drawn) {
        return of(name, observed, drawn, value -> Millionths.money(Math.round(value)));
    }

    /** @param observed NaN when undefined */
    static MonteCarlo.Figure ratio(String name, double observed, DrawnFigure drawn) {
        return of(name, observed, drawn, BigDecimal::valueOf);
    }

    private static MonteCarlo.Figure of(
            String name, double observed, DrawnFigure drawn, DoubleFunction<BigDecimal> words) {
        BigDecimal[] percentiles = new BigDecimal[5];
        double[] shares = {0.05, 0.25, 0.5, 0.75, 0.95};
        boolean known = Double.isFinite(observed);
        String reason = known ? null : "the result has none";
        for (int i = 0; i < shares.length; i++) {
            Measure at = drawn.at(shares[i]);
            percentiles[i] = at.defined() ? words.apply(at.value()) : null;
            reason = at.defined() || reason != null ? reason : at.reason();
        }
        return new MonteCarlo.Figure(
                name,
                known ? words.apply(observed) : null,
                percentiles[0],
                percentiles[1],
                percentiles[2],
                percentiles[3],
                percentiles[4],
                known && drawn.defined() > 0 ? drawn.below(observed) : null,
                reason);
    }
}
