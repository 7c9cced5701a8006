package futures.benchmarks;

import futures.engine.BacktestRequest;
import futures.engine.Market;
import futures.engine.ParameterGrid;
import futures.engine.Sweep;
import futures.model.BarSeries;
import futures.strategies.SimpleMAStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A grid through the backtest service, over HTTP and with its rows stored, beside the engine's sweep of the same combinations in this process, by
 * turns. The service is a process of its own, and has its bars before anything is measured. On a machine that does other work too the time of the
 * processor says more than that on the wall.
 *
 * <p>Arguments: launcher.jar, combinations (a square number up to 9801, 8100), bars (200000), threads (2), rounds (5).
 */
public final class OptimizerMeasurement {
    /** Of each; the compiler of the service, which runs more code, is at work until then. */
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
        int side = (int) Math.round(Math.sqrt(number(args, 1, 8_100)));
        BarSeries bars = Walk.bars(number(args, 2, 200_000));
        int rounds = number(args, 4, 5);
        try (ServedBars data = new ServedBars(bars);
                SearchService service = SearchService.start(args[0], data.port(), "-XX:MaxRAMPercentage=25")) {
            OptimizerMeasurement measurement = new OptimizerMeasurement(bars, side, number(args, 3, 2), service);
            System.out.printf(
                    "%,d combinations, %,d bars, %d threads, Java %s%n",
                    side * side, bars.size(), measurement.threads, System.getProperty("java.version"));
            measurement.rounds(rounds);
        }
    }

    private void rounds(int count) throws IOException, InterruptedException {
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

    private static double processor(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    private Spent swept() throws InterruptedException {
        BacktestRequest request =
                BacktestRequest.of(SimpleMAStrategy::new, market).withParameters(Map.of("exits", "none"));
        Sweep sweep = new Sweep(request, ParameterGrid.of(values), threads);
        double before = processor(ProcessHandle.current());
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
        return new Spent(processor(ProcessHandle.current()) - before, wall);
    }

    /**
     * A search of which no combination is feasible has nothing to judge.
     *
     * @return from the request to the answer that it has ended
     */
    private Spent optimized(boolean verdict) throws IOException, InterruptedException {
        Map<String, Object> order = Map.of(
                "backtest",
                Map.of("strategy_name", "SimpleMAStrategy", "symbol", "ES", "parameters", Map.of("exits", "none")),
                "spaces",
                values,
                "constraints",
                verdict ? List.of() : List.of(Map.of("metric", "total_trades", "op", "<", "value", 0)),
                "threads",
                threads);
        double before = processor(service.process());
        long begun = System.nanoTime();
        service.search(order);
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Spent(processor(service.process()) - before, seconds);
    }
}
