package futures.benchmarks;

import futures.analytics.performance.Metric;
import futures.engine.BacktestRequest;
import futures.engine.Market;
import futures.engine.ParameterGrid;
import futures.engine.Sweep;
import futures.model.BarSeries;
import futures.strategies.SimpleMAStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * A grid through the backtest service, over HTTP and with its rows stored, beside the engine's sweep of the same combinations, by turns. The service
 * is in this process too: the compiler makes of the engine's loops in one process what is a tenth slower than in another, and so both run the same code.
 * It has its bars before anything is measured. On a machine that does other work too the time of the processor says more than that on the wall.
 *
 * <p>Arguments: combinations (a square number up to 9801, 8100), bars (200000), threads (2), rounds (5).
 */
public final class OptimizerMeasurement {
    /** Of each; the compiler is at work until then. */
    private static final int WARM_UPS = 3;

    private final Map<String, List<?>> values = new LinkedHashMap<>();
    private final Market market;
    private final int threads;
    private final SearchService service;

    private OptimizerMeasurement(BarSeries bars, int side, int threads, SearchService service) {
        this.market = Market.of(bars, Walk.es());
        this.threads = threads;
        this.service = service;
        values.put("fast_period", IntStream.range(0, side).mapToObj(i -> 2 + i).toList());
        values.put(
                "slow_period", IntStream.range(0, side).mapToObj(i -> 101 + i).toList());
    }

    public static void main(String[] args) throws Exception {
        int side = (int) Math.round(Math.sqrt(number(args, 0, 8_100)));
        BarSeries bars = Walk.bars(number(args, 1, 200_000));
        int rounds = number(args, 3, 5);
        try (ServedBars data = new ServedBars(bars);
                SearchService service = SearchService.here(data.port())) {
            OptimizerMeasurement measurement = new OptimizerMeasurement(bars, side, number(args, 2, 2), service);
            System.out.printf(
                    "%,d combinations, %,d bars, %d threads, Java %s%n",
                    side * side, bars.size(), measurement.threads, System.getProperty("java.version"));
            measurement.rounds(rounds);
        }
        System.exit(0);
    }

    /** Both have to have done the same, or their times say nothing. */
    private void agree(String id) throws IOException, InterruptedException {
        ParameterGrid grid = ParameterGrid.of(values);
        Map<String, String> own = new ConcurrentHashMap<>();
        new Sweep(request(), grid).work(outcome -> {
            Map<String, Object> at = grid.get(outcome.index());
            own.put(
                    at.get("fast_period") + " " + at.get("slow_period"),
                    "%.2f %.0f"
                            .formatted(
                                    outcome.metrics().get(Metric.NET_PROFIT).value(),
                                    outcome.metrics().get(Metric.TRADES).value()));
            return true;
        });
        List<String> lines = service.get("/api/optimizations/" + id + "/export?format=csv")
                .lines()
                .toList();
        List<String> names = List.of(lines.get(0).split(","));
        Map<String, String> served = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            served.put(
                    fields[names.indexOf("fast_period")] + " " + fields[names.indexOf("slow_period")],
                    "%.2f %.0f"
                            .formatted(
                                    Double.parseDouble(fields[names.indexOf("net_profit")]),
                                    Double.parseDouble(fields[names.indexOf("total_trades")])));
        }
        if (!own.equals(served)) {
            throw new IllegalStateException("engine and service differ: " + own.size() + " and " + served.size()
                    + " rows, such as " + own.entrySet().iterator().next() + " and "
                    + served.get(own.keySet().iterator().next()));
        }
        System.out.printf("net profit and trades of all %,d rows agree%n", own.size());
    }

    private void rounds(int count) throws IOException, InterruptedException {
        agree(service.search(order(false)).path("id").asText());
        Spent warm = optimized(false).plus(swept());
        for (int i = 1; i < WARM_UPS; i++) {
            warm = warm.plus(optimized(false)).plus(swept());
        }
        System.out.printf(Locale.ROOT, "both warmed up in %.1f s%n", warm.wall);
        double[] overheads = new double[count];
        for (int round = 0; round < count; round++) {
            Spent engine = swept();
            Spent served = optimized(false);
            overheads[round] = served.processor / engine.processor - 1;
            System.out.printf(
                    Locale.ROOT,
                    "round %d: engine %.2f s of the processor (%.2f s), service %.2f s (%.2f s), %+.1f %% of the processor%n",
                    round + 1,
                    engine.processor,
                    engine.wall,
                    served.processor,
                    served.wall,
                    100 * overheads[round]);
        }
        Spent judged = optimized(true);
        System.out.printf(
                Locale.ROOT, "with a verdict: %.2f s of the processor (%.2f s)%n", judged.processor, judged.wall);
        Arrays.sort(overheads);
        System.out.printf(Locale.ROOT, "median %+.1f %%%n", 100 * overheads[count / 2]);
    }

    private static int number(String[] args, int index, int standard) {
        return args.length > index ? Integer.parseInt(args[index]) : standard;
    }

    /** Seconds of the processor, all threads of the process together, and on the wall. */
    private record Spent(double processor, double wall) {
        Spent plus(Spent other) {
            return new Spent(processor + other.processor, wall + other.wall);
        }
    }

    private static double processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    private BacktestRequest request() {
        return BacktestRequest.of(SimpleMAStrategy::new, market).withParameters(Map.of("exits", "none"));
    }

    private Spent swept() throws InterruptedException {
        Sweep sweep = new Sweep(request(), ParameterGrid.of(values), threads);
        double before = processor();
        long begun = System.nanoTime();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread worker = new Thread(() -> sweep.work(outcome -> outcome.refusal() == null));
            worker.start();
            workers.add(worker);
        }
        for (Thread worker : workers) {
            worker.join();
        }
        double wall = (System.nanoTime() - begun) / 1e9;
        return new Spent(processor() - before, wall);
    }

    /** A search of which no combination is feasible has nothing to judge. */
    private Map<String, Object> order(boolean verdict) {
        return Map.of(
                "backtest",
                Map.of("strategy_name", "SimpleMAStrategy", "symbol", "ES", "parameters", Map.of("exits", "none")),
                "spaces",
                values,
                "constraints",
                verdict ? List.of() : List.of(Map.of("metric", "total_trades", "op", "<", "value", 0)),
                "threads",
                threads);
    }

    /** @return from the request to the answer that it has ended */
    private Spent optimized(boolean verdict) throws IOException, InterruptedException {
        double before = processor();
        long begun = System.nanoTime();
        service.search(order(verdict));
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Spent(processor() - before, seconds);
    }
}
