package futures.analytics.performance;

import java.util.Locale;

/**
 * Every figure of a result, with its definition as it is shown to people.
 *
 * <p>Money is in the account's currency. A trade is a round trip, judged on its net result, so that one that gains
 * nothing before costs is a loss. Days are the exchange's trading days that have bars, flat ones included.
 */
public enum Metric {
    TRADES(Unit.COUNT, "number of round trips"),
    WINS(Unit.COUNT, "round trips with net > 0"),
    LOSSES(Unit.COUNT, "round trips with net < 0"),
    BREAKEVEN(Unit.COUNT, "round trips with net = 0"),
    WIN_RATE(Unit.FRACTION, "wins / trades"),
    NET_PROFIT(Unit.MONEY, "sum of net over round trips"),
    GROSS_PROFIT(Unit.MONEY, "sum of net over wins"),
    GROSS_LOSS(Unit.MONEY, "sum of net over losses, negative"),
    PROFIT_FACTOR(Unit.RATIO, "gross profit / |gross loss|"),
    AVERAGE_WIN(Unit.MONEY, "mean net of wins"),
    AVERAGE_LOSS(Unit.MONEY, "mean net of losses, negative"),
    PAYOFF_RATIO(Unit.RATIO, "average win / |average loss|"),
    EXPECTANCY(Unit.MONEY, "mean net per round trip"),
    EXPECTANCY_R(Unit.RATIO, "mean of net / initial risk over the round trips that had a stop"),
    MEDIAN_TRADE(Unit.MONEY, "median net"),
    TRADE_DEVIATION(Unit.MONEY, "standard deviation of net, n - 1 in the denominator"),
    SQN(Unit.RATIO, "sqrt(trades) * mean net / standard deviation of net (Tharp)"),
    LARGEST_WIN(Unit.MONEY, "highest net of a win"),
    LARGEST_LOSS(Unit.MONEY, "lowest net of a loss"),
    MAX_CONSECUTIVE_WINS(Unit.COUNT, "longest run of wins in the order of exits"),
    MAX_CONSECUTIVE_LOSSES(Unit.COUNT, "longest run of losses in the order of exits"),
    AVERAGE_BARS(Unit.BARS, "mean bars from entry to exit"),
    AVERAGE_MAE(Unit.MONEY, "mean adverse excursion, negative"),
    AVERAGE_MFE(Unit.MONEY, "mean favourable excursion"),
    EDGE_RATIO(Unit.RATIO, "mean favourable / |mean adverse| excursion, in ticks per contract"),
    KELLY(Unit.FRACTION, "win rate - (1 - win rate) / payoff ratio; a rough bound, not a position size"),
    AMBIGUOUS_TRADES(Unit.COUNT, "round trips that bars alone cannot decide"),

    TOTAL_RETURN(Unit.FRACTION, "last equity / initial cash - 1"),
    CAGR(Unit.FRACTION, "(last equity / initial cash)^(365.25 / calendar days) - 1"),
    MAX_DRAWDOWN(Unit.MONEY, "deepest fall of equity, marked at every bar's close, from its peak, the start included"),
    MAX_DRAWDOWN_PCT(Unit.FRACTION, "deepest fall of equity as a fraction of the peak before it"),
    RECOVERY_FACTOR(Unit.RATIO, "change of equity / |max drawdown|"),
    CALMAR(Unit.RATIO, "CAGR / |max drawdown fraction|, over the whole run"),
    ULCER_INDEX(Unit.FRACTION, "root mean square of the daily drawdown fractions (Martin), without the start"),
    SHARPE(Unit.RATIO, "mean / standard deviation (n - 1) * sqrt(252) of daily P&L / initial cash; risk-free 0"),
    SHARPE_ON_EQUITY(Unit.RATIO, "the same of daily changes of equity / equity of the day before"),
    SORTINO(Unit.RATIO, "mean / sqrt(mean of min(r, 0)^2 over all days) * sqrt(252) of daily P&L / initial cash"),
    VOLATILITY(Unit.FRACTION, "standard deviation (n - 1) * sqrt(252) of daily P&L / initial cash"),
    OMEGA(Unit.RATIO, "sum of gains / sum of losses of daily P&L, threshold 0"),
    SKEWNESS(Unit.RATIO, "population skewness g1 of daily P&L"),
    KURTOSIS(Unit.RATIO, "population kurtosis of daily P&L, 3 for a normal distribution"),
    DAYS(Unit.COUNT, "trading days with bars"),
    BEST_DAY(Unit.MONEY, "highest daily P&L"),
    WORST_DAY(Unit.MONEY, "lowest daily P&L"),
    EXPOSURE(Unit.FRACTION, "bars at whose close a position was held / bars");

    /** What a figure counts in. A fraction of 0.25 is 25 %. */
    public enum Unit {
        COUNT,
        BARS,
        FRACTION,
        RATIO,
        MONEY
    }

    private final Unit unit;
    private final String definition;

    Metric(Unit unit, String definition) {
        this.unit = unit;
        this.definition = definition;
    }

    public Unit unit() {
        return unit;
    }

    public String definition() {
        return definition;
    }

    /** Its name in JSON: {@code profit_factor}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
