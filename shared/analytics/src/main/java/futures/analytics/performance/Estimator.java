package futures.analytics.performance;

/** How a figure is got from what there is: the same formula gives other numbers where the estimator is another one. */
public enum Estimator {
    COUNTED("counted or summed; nothing is estimated"),
    MEAN("arithmetic mean, or a quotient of such"),
    SAMPLE_DEVIATION("deviation of a sample, n - 1 in the denominator"),
    POPULATION("moments of the population, n in the denominator"),
    ADJUSTED_MOMENTS("moments of a sample, adjusted for bias under a normal distribution"),
    DOWNSIDE("second lower partial moment, all observations in the denominator"),
    ORDER("order statistics, interpolated linearly (type 7 of Hyndman and Fan)"),
    TAIL("mean of the exact tail (Acerbi and Tasche)"),
    PATH("read off the curve, the start included as a peak"),
    LEAST_SQUARES("ordinary least squares"),
    MAXIMUM("maximum of the mean logarithm of growth, by Newton's method"),
    ASYMPTOTIC("distribution of the estimate in long samples"),
    EXACT_TEST("exact distribution if observations are independent and normal"),
    GEOMETRIC("compounded growth");

    private final String words;

    Estimator(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public static Estimator of(Metric metric) {
        return switch (metric) {
            case TRADES, WINS, LOSSES, BREAKEVEN, NET_PROFIT, GROSS_PROFIT, GROSS_LOSS, PROFIT_FACTOR -> COUNTED;
            case PROFIT_FACTOR_GROSS, LARGEST_WIN, LARGEST_LOSS, MAX_CONSECUTIVE_WINS -> COUNTED;
            case MAX_CONSECUTIVE_LOSSES, AMBIGUOUS_TRADES, TRADES_PER_DAY, DAYS, ACTIVE_DAYS -> COUNTED;
            case BEST_DAY, WORST_DAY, MONTHS, BEST_MONTH, WORST_MONTH, OMEGA, GAIN_TO_PAIN, RETURN_SUM -> COUNTED;
            case BEST_RETURN, WORST_RETURN, MAX_CONSECUTIVE_GAINS, MAX_CONSECUTIVE_FALLS, TOTAL_RETURN -> COUNTED;
            case WIN_RATE, AVERAGE_WIN, AVERAGE_LOSS, PAYOFF_RATIO, EXPECTANCY, EXPECTANCY_R, AVERAGE_BARS -> MEAN;
            case AVERAGE_BARS_WON, AVERAGE_BARS_LOST, AVERAGE_MAE, AVERAGE_MFE, EDGE_RATIO, EXIT_EFFICIENCY -> MEAN;
            case KELLY, PROFITABLE_DAYS, PROFITABLE_MONTHS, EXPOSURE, MEAN_RETURN, ANNUAL_MEAN -> MEAN;
            case DAILY_WIN_RATE, AVERAGE_GAIN, AVERAGE_FALL, DAILY_PAYOFF, KELLY_DAILY, EXPECTANCY_LOSSES -> MEAN;
            case ACTIVE_RETURN, UP_CAPTURE, DOWN_CAPTURE, CAPTURE_RATIO, BATTING_AVERAGE -> MEAN;
            case TRADE_DEVIATION, SQN, SQN_100, TRADE_T, SHARPE, SHARPE_ON_EQUITY, VOLATILITY -> SAMPLE_DEVIATION;
            case DAILY_T, RETURN_DEVIATION, KELLY_GAUSSIAN, TRACKING_ERROR, INFORMATION_RATIO -> SAMPLE_DEVIATION;
            case VOLATILITY_COMPOUNDED, SHARPE_COMPOUNDED, SHARPE_GEOMETRIC, SORTINO_NEGATIVES -> SAMPLE_DEVIATION;
            case AUTOCORRELATION, SHARPE_AUTOCORRELATED -> SAMPLE_DEVIATION;
            case SKEWNESS, KURTOSIS, KURTOSIS_EXCESS, VOLATILITY_POPULATION, SHARPE_POPULATION -> POPULATION;
            case SKEWNESS_ADJUSTED, KURTOSIS_EXCESS_ADJUSTED -> ADJUSTED_MOMENTS;
            case SORTINO, DOWNSIDE_DEVIATION, SORTINO_GEOMETRIC -> DOWNSIDE;
            case MEDIAN_TRADE, TAIL_RATIO, VAR_95 -> ORDER;
            case EXPECTED_SHORTFALL_95 -> TAIL;
            case CLOSED_DRAWDOWN, CLOSED_DRAWDOWN_PCT, CLOSED_RECOVERY_FACTOR, MAX_DRAWDOWN -> PATH;
            case MAX_DRAWDOWN_PCT, RECOVERY_FACTOR, CALMAR, DRAWDOWNS, AVERAGE_DRAWDOWN -> PATH;
            case LONGEST_DRAWDOWN_SESSIONS, LONGEST_DRAWDOWN_DAYS, LONGEST_DRAWDOWN_OPEN, OPEN_DRAWDOWN -> PATH;
            case OPEN_DRAWDOWN_SESSIONS, OPEN_DRAWDOWN_DAYS, TIME_UNDER_WATER, PAIN_INDEX, ULCER_INDEX -> PATH;
            case MARTIN_RATIO, CALMAR_OBSERVED, RETURN_OVER_DRAWDOWN, MAX_DRAWDOWN_CAPITAL -> PATH;
            case ULCER_WITH_START, ULCER_SAMPLE -> PATH;
            case STABILITY, K_RATIO, BETA, ALPHA, ALPHA_T, TREYNOR, UP_BETA, DOWN_BETA -> LEAST_SQUARES;
            case CORRELATION, R_SQUARED -> LEAST_SQUARES;
            case KELLY_EXACT, KELLY_HALF, KELLY_LEVERAGE -> MAXIMUM;
            case RUNS_Z, SHARPE_ERROR, SHARPE_MERTENS_ERROR, PSR, MIN_TRACK_RECORD -> ASYMPTOTIC;
            case JARQUE_BERA, JARQUE_BERA_P -> ASYMPTOTIC;
            case DAILY_T_P, TRADE_T_P -> EXACT_TEST;
            case CAGR, ANNUAL_RETURN -> GEOMETRIC;
        };
    }
}
