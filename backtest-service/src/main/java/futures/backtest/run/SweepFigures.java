package futures.backtest.run;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of a combination, under the names and in the units of a backtest's answer. */
public final class SweepFigures {
    private static final Map<String, Metric> FIGURES = new LinkedHashMap<>();

    static {
        FIGURES.put("net_profit", Metric.NET_PROFIT);
        FIGURES.put("total_return_pct", Metric.TOTAL_RETURN);
        FIGURES.put("cagr_pct", Metric.CAGR);
        FIGURES.put("max_drawdown", Metric.MAX_DRAWDOWN);
        FIGURES.put("max_drawdown_pct", Metric.MAX_DRAWDOWN_PCT);
        FIGURES.put("sharpe_ratio", Metric.SHARPE);
        FIGURES.put("sortino_ratio", Metric.SORTINO);
        FIGURES.put("calmar_ratio", Metric.CALMAR);
        FIGURES.put("profit_factor", Metric.PROFIT_FACTOR);
        FIGURES.put("total_trades", Metric.TRADES);
        FIGURES.put("winning_trades", Metric.WINS);
        FIGURES.put("losing_trades", Metric.LOSSES);
        FIGURES.put("win_rate_pct", Metric.WIN_RATE);
        FIGURES.put("average_trade", Metric.EXPECTANCY);
        FIGURES.put("average_win", Metric.AVERAGE_WIN);
        FIGURES.put("average_loss", Metric.AVERAGE_LOSS);
        FIGURES.put("exposure_pct", Metric.EXPOSURE);
    }

    private SweepFigures() {}

    /** Names, as columns of a table. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(FIGURES.keySet());
        names.add("ambiguous_bars");
        return names;
    }

    /** A figure as the wire has it, from its value as a number. */
    public static Object of(String name, double value) {
        Metric metric = FIGURES.get(name);
        return metric == null ? (Object) (long) value : Figures.figure(metric, Measure.of(value), 1);
    }

    /** Null where undefined. */
    public static Map<String, Object> of(Map<Metric, Measure> metrics, int ambiguousBars) {
        Map<String, Object> figures = new LinkedHashMap<>();
        FIGURES.forEach((name, metric) ->
                figures.put(name, Figures.figure(metric, metrics.get(metric), name.endsWith("_pct") ? 100 : 1)));
        figures.put("ambiguous_bars", ambiguousBars);
        return figures;
    }
}
