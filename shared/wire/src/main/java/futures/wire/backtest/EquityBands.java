package futures.wire.backtest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What else could have become of the account, had its days come in another order and number: paths drawn from the daily
 * profits of a result in blocks (stationary bootstrap of Politis and Romano). Money is in the account's currency, open
 * positions are in it at the close of each day.
 *
 * @param days        trading days of the run, and of each path
 * @param paths       how many were drawn
 * @param seed        the same one gives the same answer
 * @param blockDays   mean length of the blocks in trading days, at least 1: by Politis and White (2004) with the correction of
 *                    2009, from how far profits hang together with those of the days before
 * @param lossShare   share of the paths that end with less than the initial cash, 0 to 1
 * @param figures     each over all paths, beside what the run itself had
 * @param points      at the close of trading days, oldest first; the last day is one of them
 */
public record EquityBands(
        int days,
        BigDecimal initialCash,
        int paths,
        long seed,
        double blockDays,
        BigDecimal lossShare,
        Figures figures,
        List<Point> points) {

    /**
     * @param netProfit           change of equity, what open positions had gained or lost included
     * @param maxDrawdown         deepest fall of daily equity from its peak, the start included; money, zero or negative. It is
     *                            shallower than the result's {@code max_drawdown}, which is marked at every bar
     * @param maxDrawdownFraction deepest fall as a fraction of the peak before it: -0.25 is a fall of 25 %
     * @param sharpe              annual, of daily profits / initial cash
     * @param profitFactor        sum of the days that won / of those that lost
     */
    public record Figures(
            Range netProfit, Range maxDrawdown, Range maxDrawdownFraction, Range sharpe, Range profitFactor) {}

    /**
     * A figure of the run and of the paths.
     *
     * @param observed of the run itself; null when it is undefined there
     * @param low      5th percentile of the paths
     * @param high     95th percentile; between the two lie nine paths of ten
     * @param reason   why one of the others is null; null when none is
     */
    public record Range(BigDecimal observed, BigDecimal low, BigDecimal median, BigDecimal high, String reason) {}

    /**
     * Equity at the close of a trading day.
     *
     * @param equity of the run itself
     * @param p5     5th percentile of the paths, and so on
     */
    public record Point(
            LocalDate day,
            BigDecimal equity,
            BigDecimal p5,
            BigDecimal p25,
            BigDecimal p50,
            BigDecimal p75,
            BigDecimal p95) {}
}
