package futures.portfolio.allocation;

import futures.analytics.performance.Drawdown;
import futures.analytics.performance.Measure;
import futures.analytics.performance.ReturnStatistics;
import futures.wire.allocation.MixFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Daily profits on a fixed capital: its equity, and figures of it. */
final class Course {
    private final double capital;
    private final double[] profits;
    private final double[] equity;

    /** @param profits money, day by day */
    Course(double capital, double[] profits) {
        this.capital = capital;
        this.profits = profits;
        this.equity = new double[profits.length + 1];
        equity[0] = capital;
        for (int t = 0; t < profits.length; t++) {
            equity[t + 1] = equity[t] + profits[t];
        }
    }

    /** Of returns on the capital. */
    static Course ofReturns(double capital, double[] returns) {
        double[] profits = new double[returns.length];
        for (int t = 0; t < profits.length; t++) {
            profits[t] = capital * returns[t];
        }
        return new Course(capital, profits);
    }

    /** The start, then the close of each day. */
    Drawdown drawdown() {
        return Drawdown.of(equity);
    }

    double equityAt(int point) {
        return equity[point];
    }

    /** At the close of the given days. */
    List<BigDecimal> equity(int[] days) {
        return IntStream.of(days).mapToObj(t -> money(equity[t + 1])).toList();
    }

    /** @param riskFree per year */
    MixFigures figures(double riskFree) {
        double[] returns = new double[profits.length];
        double mean = 0;
        for (int t = 0; t < returns.length; t++) {
            returns[t] = profits[t] / capital;
            mean += returns[t] / returns.length;
        }
        ReturnStatistics statistics = ReturnStatistics.of(returns, Sharing.DAYS_A_YEAR);
        Drawdown drawdown = drawdown();
        double annual = mean * Sharing.DAYS_A_YEAR;
        Map<String, String> undefined = new LinkedHashMap<>();
        return new MixFigures(
                money(equity[profits.length] - capital),
                annual,
                value("volatility", statistics.volatility(), undefined),
                value("sharpe", statistics.sharpe(riskFree / Sharing.DAYS_A_YEAR), undefined),
                value("sharpe_error", statistics.sharpeError(), undefined),
                value("sortino", statistics.sortino(), undefined),
                money(drawdown.deepest()),
                drawdown.deepestFraction(),
                value(
                        "calmar",
                        drawdown.deepestFraction() == 0
                                ? Measure.undefined("it never fell")
                                : Measure.of(annual / -drawdown.deepestFraction()),
                        undefined),
                profits.length,
                undefined);
    }

    private static Double value(String name, Measure measure, Map<String, String> undefined) {
        if (!measure.defined()) {
            undefined.put(name, measure.reason());
        }
        return measure.value();
    }

    /** To the cent, halves to the even one. */
    static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN);
    }

    /** At most so many of a number of days, evenly spread, the last one among them. */
    static int[] spread(int days, int most) {
        int count = Math.min(days, most);
        return IntStream.rangeClosed(1, count)
                .map(k -> (int) ((long) k * days / count) - 1)
                .toArray();
    }
}
