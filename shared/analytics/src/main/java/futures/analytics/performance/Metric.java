package futures.analytics.performance;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Every figure that there is of results, accounts and series, with its definition as it is shown to people.
 *
 * <p>Money is in the account's currency. A trade is a round trip, judged on its net result, so that one that gains
 * nothing before costs is a loss. Days are the exchange's trading days that have bars, flat ones included; of a
 * series of other periods read its period for day.
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
    PROFIT_FACTOR_GROSS(Unit.RATIO, "sum of gains / |sum of losses| before commission and fees, over round trips"),
    AVERAGE_WIN(Unit.MONEY, "mean net of wins"),
    AVERAGE_LOSS(Unit.MONEY, "mean net of losses, negative"),
    PAYOFF_RATIO(Unit.RATIO, "average win / |average loss|"),
    EXPECTANCY(Unit.MONEY, "mean net per round trip"),
    EXPECTANCY_R(Unit.RATIO, "mean of net / initial risk over the round trips that had a stop"),
    MEDIAN_TRADE(Unit.MONEY, "median net"),
    TRADE_DEVIATION(Unit.MONEY, "standard deviation of net, n - 1 in the denominator"),
    SQN(Unit.RATIO, "sqrt(trades) * mean net / standard deviation of net (Tharp)"),
    SQN_100(Unit.RATIO, "the same with at most 100 trades under the root (Tharp), to compare runs of different length"),
    TRADE_T(
            Unit.RATIO,
            "t-statistic of the mean trade against zero: mean / (deviation / sqrt(trades)), the same as sqn"),
    RUNS_Z(
            Unit.RATIO,
            "(runs - expected) / deviation of runs of wins and losses (Wald-Wolfowitz), breakeven left out; below -2 they"
                    + " come in streaks"),
    LARGEST_WIN(Unit.MONEY, "highest net of a win"),
    LARGEST_LOSS(Unit.MONEY, "lowest net of a loss"),
    MAX_CONSECUTIVE_WINS(Unit.COUNT, "longest run of wins in the order of exits"),
    MAX_CONSECUTIVE_LOSSES(Unit.COUNT, "longest run of losses in the order of exits"),
    AVERAGE_BARS(Unit.BARS, "mean bars from entry to exit"),
    AVERAGE_BARS_WON(Unit.BARS, "mean bars from entry to exit of wins"),
    AVERAGE_BARS_LOST(Unit.BARS, "mean bars from entry to exit of losses"),
    AVERAGE_MAE(Unit.MONEY, "mean adverse excursion, negative"),
    AVERAGE_MFE(Unit.MONEY, "mean favourable excursion"),
    EDGE_RATIO(Unit.RATIO, "mean favourable / |mean adverse| excursion, in ticks per contract"),
    EXIT_EFFICIENCY(
            Unit.RATIO,
            "mean of ticks made / favourable excursion, over the round trips that had one; 1 is an exit at the best price"),
    KELLY(
            Unit.FRACTION,
            "win rate - (1 - win rate) / payoff ratio, exact for two outcomes only; a bound and no size to trade: the past's"
                    + " edge is an estimate, and more than twice of it turns growth into loss"),
    KELLY_EXACT(
            Unit.FRACTION,
            "fraction of equity to risk that maximises the mean of log(1 + f R) over the R-multiples of round trips that had"
                    + " a stop; a bound and no size to trade, as kelly"),
    KELLY_HALF(Unit.FRACTION, "half of kelly_exact: three quarters of its growth at half of its deviation"),
    AMBIGUOUS_TRADES(Unit.COUNT, "round trips that bars alone cannot decide"),
    CLOSED_DRAWDOWN(
            Unit.MONEY, "deepest fall of initial cash + net of closed round trips from its peak, the start included"),
    CLOSED_DRAWDOWN_PCT(Unit.FRACTION, "deepest fall of the same as a fraction of the peak before it"),
    CLOSED_RECOVERY_FACTOR(Unit.RATIO, "net profit / |closed drawdown|"),
    TRADES_PER_DAY(Unit.RATIO, "trades / trading days with bars"),

    TOTAL_RETURN(Unit.FRACTION, "last equity / initial cash - 1"),
    CAGR(Unit.FRACTION, "(last equity / initial cash)^(365.25 / calendar days) - 1"),
    ANNUAL_RETURN(Unit.FRACTION, "(last equity / initial cash)^(252 / trading days) - 1: annualised by observations"),
    MAX_DRAWDOWN(Unit.MONEY, "deepest fall of equity, marked at every bar's close, from its peak, the start included"),
    MAX_DRAWDOWN_PCT(Unit.FRACTION, "deepest fall of equity as a fraction of the peak before it"),
    RECOVERY_FACTOR(Unit.RATIO, "change of equity / |max drawdown|"),
    CALMAR(Unit.RATIO, "CAGR / |max drawdown fraction|, over the whole run"),
    DRAWDOWNS(Unit.COUNT, "drawdowns of daily equity: from a peak to a close as high again, or to the end"),
    AVERAGE_DRAWDOWN(Unit.FRACTION, "mean of the deepest fraction of each of them"),
    LONGEST_DRAWDOWN_SESSIONS(Unit.COUNT, "trading days from peak to recovery of the longest of them, or to the end"),
    LONGEST_DRAWDOWN_DAYS(Unit.COUNT, "calendar days of the same"),
    LONGEST_DRAWDOWN_OPEN(Unit.COUNT, "1 when the longest of them had not recovered at the end, else 0"),
    OPEN_DRAWDOWN(Unit.FRACTION, "last daily equity / its highest - 1; 0 at a peak"),
    OPEN_DRAWDOWN_SESSIONS(Unit.COUNT, "trading days since the last peak of daily equity"),
    OPEN_DRAWDOWN_DAYS(Unit.COUNT, "calendar days of the same"),
    TIME_UNDER_WATER(Unit.FRACTION, "trading days that closed below the highest daily equity before / trading days"),
    PAIN_INDEX(Unit.FRACTION, "mean of the daily drawdown fractions (Becker), positive, without the start"),
    ULCER_INDEX(Unit.FRACTION, "root mean square of the daily drawdown fractions (Martin), without the start"),
    MARTIN_RATIO(Unit.RATIO, "annual return / ulcer index"),
    SHARPE(Unit.RATIO, "mean / standard deviation (n - 1) * sqrt(252) of daily P&L / initial cash; risk-free 0"),
    SHARPE_ERROR(
            Unit.RATIO,
            "standard error of it for independent, normal returns (Lo 2002): sqrt((1 + SR^2 / 2) / n * 252), SR per day"),
    PSR(
            Unit.FRACTION,
            "probability that the true Sharpe ratio exceeds 0 (Bailey and Lopez de Prado 2012): normal distribution function of"
                    + " SR * sqrt(days - 1) / sqrt(1 - skewness * SR + (kurtosis - 1) / 4 * SR^2), SR per day"),
    MIN_TRACK_RECORD(
            Unit.COUNT,
            "trading days from which on psr would reach 0.95 if SR, skewness and kurtosis stayed (Bailey and Lopez de Prado"
                    + " 2012), rounded up: 1 + (1 - skewness * SR + (kurtosis - 1) / 4 * SR^2) * (1.644854 / SR)^2, SR per day"),
    SHARPE_ON_EQUITY(Unit.RATIO, "sharpe of daily changes of equity / equity of the day before"),
    SORTINO(Unit.RATIO, "mean / sqrt(mean of min(r, 0)^2 over all days) * sqrt(252) of daily P&L / initial cash"),
    VOLATILITY(Unit.FRACTION, "standard deviation (n - 1) * sqrt(252) of daily P&L / initial cash"),
    OMEGA(Unit.RATIO, "sum of gains / sum of losses of daily P&L, threshold 0"),
    GAIN_TO_PAIN(Unit.RATIO, "sum of daily P&L / |sum of losing days| (Schwager, by day)"),
    TAIL_RATIO(Unit.RATIO, "|95th percentile| / |5th percentile| of daily P&L, interpolated linearly"),
    DAILY_T(Unit.RATIO, "t-statistic of the mean daily P&L against zero: mean / (deviation / sqrt(days))"),
    AUTOCORRELATION(Unit.RATIO, "Pearson correlation of daily P&L with that of the day before"),
    STABILITY(Unit.RATIO, "R^2 of the line through the logarithm of daily equity by least squares"),
    K_RATIO(Unit.RATIO, "slope of that line / its standard error (Kestner 1996)"),
    KELLY_LEVERAGE(
            Unit.RATIO,
            "multiple of the size traded that maximises the mean of log(1 + f r) of daily P&L / initial cash; a bound and no"
                    + " size to trade, as kelly"),
    SKEWNESS(Unit.RATIO, "population skewness g1 of daily P&L"),
    KURTOSIS(Unit.RATIO, "population kurtosis of daily P&L, 3 for a normal distribution"),
    DAYS(Unit.COUNT, "trading days with bars"),
    ACTIVE_DAYS(Unit.COUNT, "trading days whose P&L is not zero"),
    PROFITABLE_DAYS(Unit.FRACTION, "days with P&L > 0 / trading days, flat ones included"),
    BEST_DAY(Unit.MONEY, "highest daily P&L"),
    WORST_DAY(Unit.MONEY, "lowest daily P&L"),
    MONTHS(Unit.COUNT, "calendar months with trading days, by the exchange's days; the first and last may be parts"),
    PROFITABLE_MONTHS(Unit.FRACTION, "months with P&L > 0 / months"),
    BEST_MONTH(Unit.MONEY, "highest P&L of a month"),
    WORST_MONTH(Unit.MONEY, "lowest P&L of a month"),
    EXPOSURE(Unit.FRACTION, "bars at whose close a position was held / bars"),

    MEAN_RETURN(Unit.FRACTION, "mean return of a day"),
    RETURN_DEVIATION(Unit.FRACTION, "standard deviation (n - 1) of the daily returns"),
    ANNUAL_MEAN(Unit.FRACTION, "mean return of a day * 252, not compounded"),
    RETURN_SUM(Unit.FRACTION, "sum of the daily returns, not compounded"),
    DOWNSIDE_DEVIATION(Unit.FRACTION, "sqrt(mean of min(r - minimum, 0)^2 over all days), per day"),
    SHARPE_MERTENS_ERROR(
            Unit.RATIO,
            "standard error of sharpe for returns of any distribution (Mertens 2002): sqrt((1 - skewness * SR + (kurtosis - 1) /"
                    + " 4 * SR^2) / (n - 1) * 252), SR per day"),
    SHARPE_AUTOCORRELATED(
            Unit.RATIO,
            "sharpe if days depend on each other (Lo 2002): SR per day * q / sqrt(q + 2 * sum of (q - k) * autocorrelation at"
                    + " lag k), q = 252, k to 10"),
    DAILY_T_P(Unit.FRACTION, "two-sided p-value of daily_t by Student's distribution of n - 1 degrees of freedom"),
    SKEWNESS_ADJUSTED(Unit.RATIO, "skewness of a sample G1: g1 * sqrt(n (n - 1)) / (n - 2)"),
    KURTOSIS_EXCESS(Unit.RATIO, "population kurtosis less 3 (g2)"),
    KURTOSIS_EXCESS_ADJUSTED(
            Unit.RATIO, "excess kurtosis of a sample G2: (n - 1) / ((n - 2) (n - 3)) * ((n + 1) g2 + 6)"),
    JARQUE_BERA(Unit.RATIO, "n / 6 * (skewness^2 + g2^2 / 4): how far from a normal distribution"),
    JARQUE_BERA_P(Unit.FRACTION, "p-value of it by the chi-squared distribution of 2 degrees of freedom"),
    VAR_95(
            Unit.FRACTION,
            "loss that 95 % of days stayed above: 5th percentile, interpolated linearly; a loss is positive"),
    EXPECTED_SHORTFALL_95(Unit.FRACTION, "mean loss of the worst 5 % of days, the last of them in part; positive"),
    DAILY_WIN_RATE(Unit.FRACTION, "days with a return > 0 / days whose return is not zero"),
    AVERAGE_GAIN(Unit.FRACTION, "mean return of days that won"),
    AVERAGE_FALL(Unit.FRACTION, "mean return of days that lost, negative"),
    DAILY_PAYOFF(Unit.RATIO, "average gain / |average fall| of days"),
    BEST_RETURN(Unit.FRACTION, "highest return of a day"),
    WORST_RETURN(Unit.FRACTION, "lowest return of a day"),
    MAX_CONSECUTIVE_GAINS(Unit.COUNT, "longest run of days that won; a flat day ends it"),
    MAX_CONSECUTIVE_FALLS(Unit.COUNT, "longest run of days that lost; a flat day ends it"),
    KELLY_GAUSSIAN(Unit.RATIO, "mean / variance (n - 1): kelly_leverage if returns were small and normal"),
    KELLY_DAILY(Unit.FRACTION, "daily win rate - (1 - daily win rate) / daily payoff: kelly of days"),
    CALMAR_OBSERVED(Unit.RATIO, "annual return / |max drawdown fraction|: calmar annualised by observations"),
    RETURN_OVER_DRAWDOWN(Unit.RATIO, "total return / |max drawdown fraction|"),
    MAX_DRAWDOWN_CAPITAL(Unit.FRACTION, "max drawdown / initial cash, for a fixed number of contracts"),
    EXPECTANCY_LOSSES(Unit.RATIO, "expectancy / |average loss|: mean net in average losses"),
    TRADE_T_P(
            Unit.FRACTION, "one-sided p-value of trade_t by Student's distribution: chance of as much without an edge"),

    BETA(Unit.RATIO, "covariance with the benchmark / variance of the benchmark, risk-free subtracted from both"),
    ALPHA(Unit.FRACTION, "(mean excess return - beta * mean excess return of the benchmark) * 252 (Jensen)"),
    ALPHA_T(Unit.RATIO, "t-statistic of alpha in the regression by least squares"),
    CORRELATION(Unit.RATIO, "Pearson correlation with the benchmark"),
    R_SQUARED(Unit.FRACTION, "square of it: share of the variance that the benchmark explains"),
    ACTIVE_RETURN(Unit.FRACTION, "mean of return - benchmark return, * 252"),
    TRACKING_ERROR(Unit.FRACTION, "standard deviation (n - 1) of return - benchmark return, * sqrt(252)"),
    INFORMATION_RATIO(Unit.RATIO, "active return / tracking error"),
    TREYNOR(Unit.RATIO, "mean excess return * 252 / beta"),
    UP_CAPTURE(Unit.RATIO, "mean return / mean benchmark return over the days on which the benchmark rose"),
    DOWN_CAPTURE(Unit.RATIO, "the same over the days on which the benchmark fell; negative: won while it fell"),
    CAPTURE_RATIO(Unit.RATIO, "up capture / down capture"),
    UP_BETA(Unit.RATIO, "beta over the days on which the benchmark rose"),
    DOWN_BETA(Unit.RATIO, "beta over the days on which the benchmark fell"),
    BATTING_AVERAGE(Unit.FRACTION, "days with a return above the benchmark's / days"),

    VOLATILITY_POPULATION(Unit.FRACTION, "volatility with n in the denominator"),
    VOLATILITY_COMPOUNDED(
            Unit.FRACTION,
            "sqrt((s^2 + (1 + g)^2)^252 - (1 + g)^504), g geometric mean, s^2 variance (n - 1) (backtesting.py)"),
    SHARPE_POPULATION(Unit.RATIO, "sharpe with n in the denominator (pybroker)"),
    SHARPE_COMPOUNDED(Unit.RATIO, "((1 + mean)^252 - 1 - risk-free) / volatility (LEAN)"),
    SHARPE_GEOMETRIC(Unit.RATIO, "(annual return - risk-free) / volatility_compounded (backtesting.py)"),
    SORTINO_NEGATIVES(
            Unit.RATIO, "((1 + mean)^252 - 1) / (deviation (n - 1) of the negative returns * sqrt(252)) (LEAN)"),
    SORTINO_GEOMETRIC(Unit.RATIO, "annual return / (downside deviation * sqrt(252)) (backtesting.py)"),
    ULCER_WITH_START(Unit.FRACTION, "ulcer index with the start as one more point (pybroker)"),
    ULCER_SAMPLE(Unit.FRACTION, "ulcer index with n - 1 in the denominator (quantstats)");

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

    /** Those that every result of a backtest has; the others are for a series, beside a benchmark, and as elsewhere defined. */
    public static Set<Metric> ofResults() {
        return EnumSet.range(TRADES, EXPOSURE);
    }

    public Unit unit() {
        return unit;
    }

    public String definition() {
        return definition;
    }

    /** The same for a series that has another number of periods a year than 252. */
    public String definition(double periodsPerYear) {
        String number = BigDecimal.valueOf(periodsPerYear).stripTrailingZeros().toPlainString();
        String twice =
                BigDecimal.valueOf(2 * periodsPerYear).stripTrailingZeros().toPlainString();
        return definition.replace("252", number).replace("504", twice);
    }

    /** Its name in JSON: {@code profit_factor}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
