package futures.engine.twin;

import static futures.engine.twin.NaiveSums.correlation;
import static futures.engine.twin.NaiveSums.deepest;
import static futures.engine.twin.NaiveSums.deepestFraction;
import static futures.engine.twin.NaiveSums.deviation;
import static futures.engine.twin.NaiveSums.kelly;
import static futures.engine.twin.NaiveSums.map;
import static futures.engine.twin.NaiveSums.mean;
import static futures.engine.twin.NaiveSums.percentile;
import static futures.engine.twin.NaiveSums.sum;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Every figure straight from its sentence in docs/metrics.md, however slowly. What is not in the map is undefined. */
public final class NaiveMetrics {
    /** A round trip; {@code multiple} is NaN where there was no stop. */
    public record Trip(
            double net,
            double gross,
            int bars,
            double mae,
            double mfe,
            long ticks,
            long maeTicks,
            long mfeTicks,
            double multiple,
            boolean ambiguous) {}

    private final Map<String, Double> figures = new HashMap<>();

    private void put(String key, double value) {
        if (Double.isFinite(value)) {
            figures.put(key, value);
        }
    }

    /** Of round trips in the order of exits. */
    public static Map<String, Double> ofTrips(List<Trip> trips, double cash, int days) {
        NaiveMetrics metrics = new NaiveMetrics();
        metrics.trips(trips);
        metrics.order(trips);
        metrics.closed(trips, cash);
        metrics.put("trades_per_day", (double) trips.size() / days);
        return metrics.figures;
    }

    /**
     * @param equity at the close of every bar
     * @param daily  at the last close of each trading day
     * @param years  from the open of the first bar to the close of the last
     */
    public static Map<String, Double> ofAccount(
            double cash, List<Double> equity, NavigableMap<LocalDate, Double> daily, double years, double exposure) {
        NaiveMetrics metrics = new NaiveMetrics();
        metrics.growth(cash, equity, daily.size(), years);
        metrics.daily(cash, daily);
        metrics.drawdowns(cash, daily);
        metrics.months(cash, daily);
        metrics.put("exposure", exposure);
        return metrics.figures;
    }

    private void trips(List<Trip> trips) {
        List<Double> net = map(trips, Trip::net);
        List<Double> won = net.stream().filter(value -> value > 0).toList();
        List<Double> lost = net.stream().filter(value -> value < 0).toList();
        put("trades", net.size());
        put("wins", won.size());
        put("losses", lost.size());
        put("breakeven", net.size() - won.size() - lost.size());
        put("win_rate", (double) won.size() / net.size());
        put("net_profit", sum(net));
        put("gross_profit", sum(won));
        put("gross_loss", sum(lost));
        put("profit_factor", lost.isEmpty() ? Double.NaN : sum(won) / -sum(lost));
        List<Double> gross = map(trips, Trip::gross);
        double falls = -sum(gross.stream().filter(value -> value < 0).toList());
        put(
                "profit_factor_gross",
                falls == 0
                        ? Double.NaN
                        : sum(gross.stream().filter(value -> value > 0).toList()) / falls);
        put("average_win", mean(won));
        put("average_loss", mean(lost));
        put("payoff_ratio", mean(won) / -mean(lost));
        put("expectancy", mean(net));
        put("expectancy_r", mean(multiples(trips)));
        List<Double> sorted = net.stream().sorted().toList();
        int n = net.size();
        put("median_trade", n == 0 ? Double.NaN : (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2);
        boolean same = n > 1 && sorted.get(0).equals(sorted.get(n - 1));
        double deviation = same ? 0 : deviation(net);
        put("trade_deviation", deviation);
        double t = same ? Double.NaN : Math.sqrt(n) * mean(net) / deviation;
        put("sqn", t);
        put("trade_t", t);
        put("sqn_100", same ? Double.NaN : Math.sqrt(Math.min(100, n)) * mean(net) / deviation);
        put("largest_win", won.isEmpty() ? Double.NaN : Collections.max(won));
        put("largest_loss", lost.isEmpty() ? Double.NaN : Collections.min(lost));
        put("average_bars", mean(map(trips, Trip::bars)));
        put(
                "average_bars_won",
                mean(map(trips.stream().filter(one -> one.net() > 0).toList(), Trip::bars)));
        put(
                "average_bars_lost",
                mean(map(trips.stream().filter(one -> one.net() < 0).toList(), Trip::bars)));
        put("average_mae", mean(map(trips, Trip::mae)));
        put("average_mfe", mean(map(trips, Trip::mfe)));
        double against = -sum(map(trips, Trip::maeTicks));
        put("edge_ratio", against == 0 ? Double.NaN : sum(map(trips, Trip::mfeTicks)) / against);
        put(
                "exit_efficiency",
                mean(map(
                        trips.stream().filter(one -> one.mfeTicks() > 0).toList(),
                        one -> (double) one.ticks() / one.mfeTicks())));
        double rate = (double) won.size() / n;
        put("kelly", rate - (1 - rate) / (mean(won) / -mean(lost)));
        double kelly = kelly(multiples(trips));
        put("kelly_exact", kelly);
        put("kelly_half", kelly / 2);
        put("ambiguous_trades", (double) trips.stream().filter(Trip::ambiguous).count());
    }

    private static List<Double> multiples(List<Trip> trips) {
        return map(trips, Trip::multiple).stream()
                .filter(value -> !value.isNaN())
                .toList();
    }

    private void order(List<Trip> trips) {
        String signs = trips.stream()
                .map(one -> one.net() > 0 ? "+" : one.net() < 0 ? "-" : "0")
                .reduce("", String::concat);
        put("max_consecutive_wins", longest(signs, '+'));
        put("max_consecutive_losses", longest(signs, '-'));
        String decided = signs.replace("0", "");
        double wins = decided.replace("-", "").length();
        double losses = decided.length() - wins;
        double runs = decided.replaceAll("\\++", "x").replaceAll("-+", "x").length();
        double expected = 2 * wins * losses / (wins + losses) + 1;
        double variance = (expected - 1) * (expected - 2) / (wins + losses - 1);
        put("runs_z", wins * losses > 0 && variance > 0 ? (runs - expected) / Math.sqrt(variance) : Double.NaN);
    }

    private static int longest(String signs, char sign) {
        int longest = 0;
        for (String run : signs.split("[^" + (sign == '-' ? "\\-" : "+") + "]", -1)) {
            longest = Math.max(longest, run.length());
        }
        return longest;
    }

    private void closed(List<Trip> trips, double cash) {
        List<Double> curve = new ArrayList<>(List.of(cash));
        for (int i = 1; i <= trips.size(); i++) {
            curve.add(cash + sum(map(trips.subList(0, i), Trip::net)));
        }
        double deepest = deepest(curve);
        put("closed_drawdown", deepest);
        put("closed_drawdown_pct", deepestFraction(curve));
        put("closed_recovery_factor", deepest == 0 ? Double.NaN : sum(map(trips, Trip::net)) / -deepest);
    }

    private void growth(double cash, List<Double> equity, int days, double years) {
        List<Double> curve = new ArrayList<>(List.of(cash));
        curve.addAll(equity);
        double last = curve.get(curve.size() - 1);
        double deepest = deepest(curve);
        double fraction = deepestFraction(curve);
        put("total_return", last / cash - 1);
        double cagr = last > 0 ? Math.pow(last / cash, 1 / years) - 1 : Double.NaN;
        put("cagr", cagr);
        put("annual_return", last > 0 ? Math.pow(last / cash, 252.0 / days) - 1 : Double.NaN);
        put("max_drawdown", deepest);
        put("max_drawdown_pct", fraction);
        put("recovery_factor", deepest == 0 ? Double.NaN : (last - cash) / -deepest);
        put("calmar", fraction == 0 ? Double.NaN : cagr / -fraction);
    }

    private void daily(double cash, NavigableMap<LocalDate, Double> daily) {
        List<Double> simple = new ArrayList<>();
        List<Double> running = new ArrayList<>();
        double before = cash;
        boolean alive = true;
        for (double equity : daily.values()) {
            alive &= before > 0;
            simple.add((equity - before) / cash);
            running.add((equity - before) / before);
            before = equity;
        }
        int n = simple.size();
        double mean = mean(simple);
        double deviation = deviation(simple);
        boolean same = Collections.max(simple) - Collections.min(simple) < 1e-15;
        double year = Math.sqrt(252);
        double sharpe = same ? Double.NaN : mean / deviation * year;
        put("sharpe", sharpe);
        put("sharpe_error", Math.sqrt((1 + sharpe * sharpe / 252 / 2) / n * 252));
        boolean sameRunning = Collections.max(running) - Collections.min(running) < 1e-15;
        put("sharpe_on_equity", alive && !sameRunning ? mean(running) / deviation(running) * year : Double.NaN);
        double squares = sum(map(simple, value -> Math.pow(Math.min(value, 0), 2)));
        put("sortino", squares == 0 ? Double.NaN : mean / Math.sqrt(squares / n) * year);
        put("volatility", n < 2 ? Double.NaN : deviation * year);
        double gains = sum(map(simple, value -> Math.max(value, 0)));
        double losses = -sum(map(simple, value -> Math.min(value, 0)));
        put("omega", losses == 0 ? Double.NaN : gains / losses);
        put("gain_to_pain", losses == 0 ? Double.NaN : sum(simple) / losses);
        put("daily_t", same ? Double.NaN : mean / (deviation / Math.sqrt(n)));
        put("autocorrelation", correlation(simple.subList(0, n - 1), simple.subList(1, n)));
        double variance = mean(map(simple, value -> Math.pow(value - mean, 2)));
        put(
                "skewness",
                same ? Double.NaN : mean(map(simple, value -> Math.pow(value - mean, 3))) / Math.pow(variance, 1.5));
        put(
                "kurtosis",
                same ? Double.NaN : mean(map(simple, value -> Math.pow(value - mean, 4))) / variance / variance);
        chance(same ? Double.NaN : mean / deviation, n);
        double low = Math.abs(percentile(simple, 0.05));
        put("tail_ratio", low == 0 ? Double.NaN : Math.abs(percentile(simple, 0.95)) / low);
        put("kelly_leverage", kelly(simple));
        line(daily, cash, alive);
    }

    /** With the sample's own skewness and kurtosis; none for two values in the one ratio at which the error vanishes. */
    private void chance(double ratio, int n) {
        double skewness = figures.getOrDefault("skewness", Double.NaN);
        double kurtosis = figures.getOrDefault("kurtosis", Double.NaN);
        double spread = 1 - skewness * ratio + (kurtosis - 1) / 4 * ratio * ratio;
        if (spread > 1e-12) {
            put("psr", normal(ratio * Math.sqrt(n - 1.0) / Math.sqrt(spread)));
            double days = 1 + spread * Math.pow(1.6448536269514722 / ratio, 2);
            put("min_track_record", ratio > 1e-12 && days <= 1e12 ? Math.ceil(days) : Double.NaN);
        }
    }

    /** Simpson's rule over the density, from so far below that nothing is missed. */
    private static double normal(double z) {
        int steps = 20_000;
        double from = Math.min(z, 0) - 12;
        double width = (z - from) / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double x = from + i * width;
            sum += Math.exp(-x * x / 2) * (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2);
        }
        return sum * width / 3 / Math.sqrt(2 * Math.PI);
    }

    private void line(NavigableMap<LocalDate, Double> daily, double cash, boolean alive) {
        List<Double> logs = map(List.copyOf(daily.values()), equity -> Math.log(equity / cash));
        int n = logs.size();
        if (!alive || n < 3 || logs.stream().anyMatch(value -> !Double.isFinite(value))) {
            return;
        }
        List<Double> time = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            time.add((double) i);
        }
        double r = correlation(time, logs);
        put("stability", r * r);
        // t-statistic of a slope in terms of the correlation
        put("k_ratio", r * Math.sqrt((n - 2) / (1 - r * r)));
    }

    private void drawdowns(double cash, NavigableMap<LocalDate, Double> daily) {
        List<Double> curve = new ArrayList<>(List.of(cash));
        curve.addAll(daily.values());
        List<LocalDate> dates = new ArrayList<>(List.of(daily.firstKey()));
        dates.addAll(daily.keySet());
        int last = curve.size() - 1;
        List<Double> fractions = new ArrayList<>();
        for (int i = 1; i <= last; i++) {
            fractions.add(curve.get(i) / Collections.max(curve.subList(0, i + 1)) - 1);
        }
        List<Double> depths = new ArrayList<>();
        int longest = 0;
        int longestDays = 0;
        boolean longestOpen = false;
        int from = 0;
        while (from < last) {
            if (curve.get(from + 1) >= curve.get(from)) {
                from++;
                continue;
            }
            int to = from + 1;
            while (to < last && curve.get(to) < curve.get(from)) {
                to++;
            }
            depths.add(Collections.min(curve.subList(from, to + 1)) / curve.get(from) - 1);
            if (to - from > longest) {
                longest = to - from;
                longestDays =
                        (int) (dates.get(to).toEpochDay() - dates.get(from).toEpochDay());
                longestOpen = curve.get(to) < curve.get(from);
            }
            from = to;
        }
        put("drawdowns", depths.size());
        put("average_drawdown", mean(depths));
        put("longest_drawdown_sessions", longest);
        put("longest_drawdown_days", longestDays);
        put("longest_drawdown_open", longestOpen ? 1 : 0);
        int peak = curve.lastIndexOf(Collections.max(curve));
        put("open_drawdown", fractions.get(last - 1));
        put("open_drawdown_sessions", last - peak);
        put(
                "open_drawdown_days",
                (double) dates.get(last).toEpochDay() - dates.get(peak).toEpochDay());
        put(
                "time_under_water",
                (double) fractions.stream().filter(value -> value < 0).count() / last);
        put("pain_index", -mean(fractions));
        double ulcer = Math.sqrt(mean(map(fractions, value -> value * value)));
        put("ulcer_index", ulcer);
        double end = curve.get(last);
        put("martin_ratio", ulcer == 0 || end <= 0 ? Double.NaN : (Math.pow(end / cash, 252.0 / last) - 1) / ulcer);
    }

    private void months(double cash, NavigableMap<LocalDate, Double> daily) {
        List<Double> days = new ArrayList<>();
        Map<YearMonth, Double> byMonth = new TreeMap<>();
        double before = cash;
        for (Map.Entry<LocalDate, Double> day : daily.entrySet()) {
            double profit = Math.rint((day.getValue() - before) * 1e6) / 1e6;
            days.add(profit);
            byMonth.merge(YearMonth.from(day.getKey()), profit, Double::sum);
            before = day.getValue();
        }
        List<Double> months = List.copyOf(map(List.copyOf(byMonth.values()), value -> Math.rint(value * 1e6) / 1e6));
        put("days", days.size());
        put("active_days", (double) days.stream().filter(value -> value != 0).count());
        put("profitable_days", (double) days.stream().filter(value -> value > 0).count() / days.size());
        put("best_day", Collections.max(days));
        put("worst_day", Collections.min(days));
        put("months", months.size());
        put(
                "profitable_months",
                (double) months.stream().filter(value -> value > 0).count() / months.size());
        put("best_month", Collections.max(months));
        put("worst_month", Collections.min(months));
    }
}
