package futures.wire.backtest;

import java.math.BigDecimal;
import java.util.List;

/**
 * What became of one backtest under several ways of rolling. The contracts and their bars are the same in all of them; what
 * differs is when one takes over from the other and how strategies see the prices before.
 *
 * @param symbol     product and number behind the front contract, e.g. {@code ES.0}
 * @param runs       by rule, then by adjustment, as they were asked for
 * @param leftOut    rules that the data or the product do not allow, with the reason
 * @param spreads    of {@code net_profit}, {@code total_trades}, {@code max_drawdown} and {@code sharpe_ratio} over all runs
 * @param profitable runs with a net profit above zero
 * @param byRule     largest difference in net profit between two rules under one adjustment; null with one rule
 * @param byAdjustment largest difference between two adjustments under one rule; null with one adjustment
 * @param sentence   what it comes to
 */
public record RollSensitivity(
        String strategyName,
        String symbol,
        String timeframe,
        List<Run> runs,
        List<LeftOut> leftOut,
        List<Spread> spreads,
        int profitable,
        BigDecimal byRule,
        BigDecimal byAdjustment,
        String sentence) {
    /**
     * One way of rolling.
     *
     * @param rolls     between the bars of the run
     * @param rollCosts commission, fees and slippage of positions carried over
     * @param warnings  of the calendar and of the run
     */
    public record Run(
            String rule,
            Integer days,
            String adjustment,
            int rolls,
            BigDecimal netProfit,
            int totalTrades,
            BigDecimal maxDrawdown,
            BigDecimal sharpeRatio,
            BigDecimal rollCosts,
            String resultHash,
            List<String> warnings) {}

    public record LeftOut(String rule, Integer days, String adjustment, String reason) {}

    /** Of the runs in which the figure is defined; all null when there are none. */
    public record Spread(String figure, BigDecimal lowest, BigDecimal median, BigDecimal highest) {}
}
