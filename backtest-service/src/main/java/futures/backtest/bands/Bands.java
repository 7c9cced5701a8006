package futures.backtest.bands;

import futures.analytics.inference.BlockLength;
import futures.analytics.inference.DrawnFigure;
import futures.analytics.inference.ProfitFigures;
import futures.analytics.inference.ProfitPaths;
import futures.analytics.performance.Measure;
import futures.backtest.store.Millionths;
import futures.wire.backtest.EquityBands;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** Draws the bands of a result. */
public final class Bands {
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    private final DailyProfits daily;
    private final ProfitFigures observed;
    private final ProfitPaths drawn;

    private Bands(DailyProfits daily, ProfitFigures observed, ProfitPaths drawn) {
        this.daily = daily;
        this.observed = observed;
        this.drawn = drawn;
    }

    /**
     * @param daily  at least 3 days
     * @param points most days that are kept
     */
    public static EquityBands of(DailyProfits daily, int paths, long seed, int points) {
        double[] profits = daily.inMillionths();
        double cash = daily.initialMillionths();
        double block = Math.max(1, BlockLength.automatic(profits));
        int[] kept = kept(daily.size(), points);
        ProfitPaths drawn = ProfitPaths.draw(profits, cash, block, paths, seed, kept);
        Bands bands = new Bands(daily, ProfitFigures.of(profits, cash), drawn);
        return new EquityBands(
                daily.size(),
                daily.initialCash(),
                paths,
                seed,
                block,
                BigDecimal.valueOf(drawn.figure(ProfitFigures::netProfit).below(0)),
                bands.figures(),
                bands.points(kept));
    }

    /** Evenly spread over the days, the last one among them. */
    static int[] kept(int days, int points) {
        int count = Math.min(days, points);
        int[] kept = new int[count];
        for (int i = 0; i < count; i++) {
            kept[i] = (int) ((i + 1L) * days / count) - 1;
        }
        return kept;
    }

    private EquityBands.Figures figures() {
        return new EquityBands.Figures(
                range(ProfitFigures::netProfit, Bands::money),
                range(ProfitFigures::maxDrawdown, Bands::money),
                range(ProfitFigures::maxDrawdownFraction, BigDecimal::valueOf),
                range(ProfitFigures::sharpe, BigDecimal::valueOf),
                range(ProfitFigures::profitFactor, BigDecimal::valueOf));
    }

    private EquityBands.Range range(ToDoubleFunction<ProfitFigures> of, DoubleFunction<BigDecimal> words) {
        DrawnFigure figure = drawn.figure(of);
        double own = of.applyAsDouble(observed);
        Measure low = figure.at(LOW);
        Measure median = figure.at(0.5);
        Measure high = figure.at(HIGH);
        String reason = Double.isFinite(own) ? null : "the run has none";
        for (Measure one : List.of(low, median, high)) {
            reason = one.defined() ? reason : one.reason();
        }
        return new EquityBands.Range(
                Double.isFinite(own) ? words.apply(own) : null,
                in(words, low),
                in(words, median),
                in(words, high),
                reason);
    }

    private static BigDecimal in(DoubleFunction<BigDecimal> words, Measure measure) {
        return measure.defined() ? words.apply(measure.value()) : null;
    }

    private List<EquityBands.Point> points(int[] kept) {
        List<EquityBands.Point> points = new ArrayList<>(kept.length);
        for (int i = 0; i < kept.length; i++) {
            DrawnFigure worth = drawn.worth(i);
            points.add(new EquityBands.Point(
                    daily.day(kept[i]),
                    daily.equity(kept[i]),
                    in(Bands::money, worth.at(LOW)),
                    in(Bands::money, worth.at(0.25)),
                    in(Bands::money, worth.at(0.5)),
                    in(Bands::money, worth.at(0.75)),
                    in(Bands::money, worth.at(HIGH))));
        }
        return points;
    }

    private static BigDecimal money(double millionths) {
        return Millionths.money(Math.round(millionths));
    }
}
