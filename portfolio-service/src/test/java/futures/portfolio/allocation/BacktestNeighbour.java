package futures.portfolio.allocation;

import futures.kit.Service;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Routes;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A backtest service as far as this one asks it: the days and the margin of made-up results of 100,000 each. */
final class BacktestNeighbour implements Service {
    static final BigDecimal CASH = new BigDecimal("100000.00");

    final Map<String, TreeMap<LocalDate, BigDecimal>> results = new ConcurrentHashMap<>();

    /** Weekdays from a Monday on, in whole cents. */
    void add(String id, long seed, LocalDate from, int days, double deviation, double drift) {
        Random random = new Random(seed);
        Random common = new Random(1);
        TreeMap<LocalDate, BigDecimal> profits = new TreeMap<>();
        LocalDate day = from;
        while (profits.size() < days) {
            double factor = common.nextGaussian();
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                double profit = drift + deviation * (0.5 * factor + random.nextGaussian());
                profits.put(day, BigDecimal.valueOf(Math.round(profit * 100), 2));
            }
            day = day.plusDays(1);
        }
        results.put(id, profits);
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/api/backtests/{id}/daily")
                .query("strategy", Param.text(), "")
                .handle(request -> {
                    List<Map<String, Object>> rows = new ArrayList<>();
                    BigDecimal equity = CASH;
                    for (var day : need(request.path("id")).entrySet()) {
                        equity = equity.add(day.getValue());
                        rows.add(Map.of("day", day.getKey(), "profit", day.getValue(), "equity", equity));
                    }
                    return rows;
                });
        routes.get("/api/backtests/{id}/margin")
                .query("points", Param.integer(2, 10), "")
                .handle(request -> {
                    need(request.path("id"));
                    return Map.of("peak", Map.of("margin", new BigDecimal("12000")), "points", List.of());
                });
    }

    private SortedMap<LocalDate, BigDecimal> need(String id) {
        SortedMap<LocalDate, BigDecimal> found = results.get(id);
        if (found == null) {
            throw Problem.notFound("There is no backtest '" + id + "'.");
        }
        return found;
    }

    @Override
    public void close() {}
}
