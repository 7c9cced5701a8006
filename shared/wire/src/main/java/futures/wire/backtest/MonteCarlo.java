package futures.wire.backtest;

import java.math.BigDecimal;
import java.util.List;

/**
 * What else could have become of a stored result. Money is in the account's currency.
 *
 * @param trades         round trips of the result
 * @param days           trading days of the result
 * @param methods        one for each way of drawing
 * @param costLadder     profit at other costs and with later fills; null when it was not asked for
 * @param breakEvenTicks slippage per contract and side at which nothing is left, with the charges as they were; null when it is not
 *                       known, and negative when nothing is left without any
 * @param otherMarkets   the same order in other markets; null when it was not asked for
 * @param leftOut        what could not be done, and why
 * @param words          each finding in a sentence
 */
public record MonteCarlo(
        String backtestId,
        int trades,
        int days,
        long seed,
        List<Method> methods,
        List<CostStep> costLadder,
        BigDecimal breakEvenTicks,
        List<OtherMarket> otherMarkets,
        List<LeftOut> leftOut,
        List<String> words) {

    /**
     * One way of drawing.
     *
     * @param question what it answers
     * @param paths    how many were drawn or run; fewer than asked for where the result has very many trades
     * @param pValue   see {@code meaning}; null when the way has none
     * @param meaning  of the p-value
     */
    public record Method(
            String name, String question, int paths, List<Figure> figures, Double pValue, String meaning) {}

    /**
     * A figure of the result and of the paths.
     *
     * @param name     {@code net_profit}, {@code max_drawdown} (of closed trades or daily equity, as the way of drawing has it;
     *                 zero or negative), {@code sharpe}, {@code profit_factor}, {@code trades}
     * @param observed of the result, by the same calculation as those of the paths; null when undefined
     * @param p5       5th percentile of the paths, and so on; null when undefined
     * @param below    share of the paths that are below the observed one, 0 to 1: where the result stands
     * @param reason   why one of the others is null; null when none is
     */
    public record Figure(
            String name,
            BigDecimal observed,
            BigDecimal p5,
            BigDecimal p25,
            BigDecimal p50,
            BigDecimal p75,
            BigDecimal p95,
            Double below,
            String reason) {}

    /**
     * Profit at other costs, open positions included, linear in those of the run: the fills stay, only their price changes.
     *
     * @param delayBars     0 for the fills of the run; else all fills of round trips come so many bars later, at the bar's open
     * @param slippageTicks per contract and side that slipped in the run
     * @param charges       commission and fees, as a multiple of the run's
     * @param profit        change of equity
     */
    public record CostStep(int delayBars, int slippageTicks, int charges, BigDecimal profit) {}

    /**
     * The run in another market, all else as ordered.
     *
     * @param netProfit of closed round trips
     * @param sharpe    null when it is undefined
     */
    public record OtherMarket(
            String symbol,
            String timeframe,
            BigDecimal netProfit,
            BigDecimal maxDrawdown,
            Double sharpe,
            long trades) {}

    /** What could not be done. */
    public record LeftOut(String method, String reason) {}
}
