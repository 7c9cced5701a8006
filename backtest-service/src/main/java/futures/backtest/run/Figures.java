package futures.backtest.run;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.engine.CostBreakdown;
import futures.model.Side;
import futures.wire.backtest.Costs;
import futures.wire.backtest.MetricValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Turns an outcome's figures into what the wire calls them. */
public final class Figures {
    /** Below it every number of cents is a number of its own. */
    private static final double EXACT_CENTS = 1e15;

    private final Outcome result;
    private final Map<String, Object> performance = new LinkedHashMap<>();
    private final Map<String, String> undefined = new LinkedHashMap<>();

    private Figures(Outcome result) {
        this.result = result;
    }

    static Figures of(Outcome result) {
        Figures figures = new Figures(result);
        figures.collect();
        return figures;
    }

    private void collect() {
        double change = result.equity().profit();
        performance.put("initial_cash", money(result.equity().initialCash()));
        performance.put("final_equity", money(result.equity().last()));
        put("net_profit", Metric.NET_PROFIT, 1);
        double closed = result.metrics().get(Metric.NET_PROFIT).value();
        performance.put("open_profit", money(change - closed));
        put("total_return_pct", Metric.TOTAL_RETURN, 100);
        put("cagr_pct", Metric.CAGR, 100);
        put("max_drawdown", Metric.MAX_DRAWDOWN, 1);
        put("max_drawdown_pct", Metric.MAX_DRAWDOWN_PCT, 100);
        put("sharpe_ratio", Metric.SHARPE, 1);
        put("sortino_ratio", Metric.SORTINO, 1);
        put("calmar_ratio", Metric.CALMAR, 1);
        put("profit_factor", Metric.PROFIT_FACTOR, 1);
        put("total_trades", Metric.TRADES, 1);
        put("winning_trades", Metric.WINS, 1);
        put("losing_trades", Metric.LOSSES, 1);
        put("win_rate_pct", Metric.WIN_RATE, 100);
        put("average_trade", Metric.EXPECTANCY, 1);
        put("average_win", Metric.AVERAGE_WIN, 1);
        put("average_loss", Metric.AVERAGE_LOSS, 1);
        put("exposure_pct", Metric.EXPOSURE, 100);
        performance.put("total_costs", money(result.costs().total()));
        performance.put("ambiguous_bars", result.ambiguousBars());
        performance.put("rejected_orders", result.rejectedOrders());
    }

    private void put(String name, Metric metric, double factor) {
        Measure measure = result.metrics().get(metric);
        if (!measure.defined()) {
            performance.put(name, null);
            undefined.put(name, measure.reason());
        } else {
            performance.put(name, figure(metric, measure, factor));
        }
    }

    /** As the wire has it, null when it is undefined; ratios times a factor. */
    static Object figure(Metric metric, Measure measure, double factor) {
        if (!measure.defined()) {
            return null;
        }
        return switch (metric.unit()) {
            case COUNT -> measure.value().longValue();
            case MONEY -> money(measure.value());
            default -> measure.value() * factor;
        };
    }

    Map<String, Object> performance() {
        return performance;
    }

    Map<String, String> undefined() {
        return undefined;
    }

    /** For {@code all}, {@code long} and {@code short} round trips. */
    static Map<String, Map<String, MetricValue>> metrics(Outcome result) {
        Map<String, Map<String, MetricValue>> metrics = new LinkedHashMap<>();
        metrics.put("all", wire(result.metrics()));
        metrics.put("long", wire(result.metrics(Side.LONG)));
        metrics.put("short", wire(result.metrics(Side.SHORT)));
        return metrics;
    }

    static Map<String, MetricValue> wire(Map<Metric, Measure> measures) {
        Map<String, MetricValue> values = new LinkedHashMap<>();
        measures.forEach((metric, measure) -> values.put(
                metric.key(),
                new MetricValue(
                        measure.value(),
                        measure.reason(),
                        metric.unit().name().toLowerCase(Locale.ROOT),
                        metric.definition())));
        return values;
    }

    public static BigDecimal netProfit(Outcome result) {
        return money(result.metrics().get(Metric.NET_PROFIT).value());
    }

    static Costs costs(CostBreakdown costs) {
        return new Costs(
                money(costs.commission()),
                money(costs.fees()),
                money(costs.slippage()),
                money(costs.total()),
                costs.contracts());
    }

    /** Exact to the millionth, in which the engine counts; at least two decimals. */
    public static BigDecimal money(double value) {
        double cents = Math.rint(value * 100);
        if (cents / 100 == value && Math.abs(cents) < EXACT_CENTS) {
            return BigDecimal.valueOf(
                    (long) cents, 2); // as most of it is; the long way writes the number out and reads it
        }
        BigDecimal exact =
                BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return exact.scale() < 2 ? exact.setScale(2) : exact;
    }

    /** A price as a decimal without an exponent. */
    static BigDecimal price(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
