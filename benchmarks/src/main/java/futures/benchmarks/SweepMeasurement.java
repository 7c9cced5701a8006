package futures.benchmarks;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.Market;
import futures.engine.ParameterGrid;
import futures.engine.Sweep;
import futures.model.BarSeries;
import futures.strategies.SimpleMAStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.IntStream;

/**
 * A sweep over both periods beside bare loops with given averages, on the same number of threads, in turns; what some
 * combinations give is compared with runs of their own.
 *
 * <p>Arguments: combinations (a square number, 10000), bars (700000), threads (2), rounds (3).
 */
public final class SweepMeasurement {
    /** Combinations that the bare loops run over, spread over the grid. */
    private static final int LOOPS = 4;
    /** Sweeps of a hundred combinations before anything is measured: the compiler takes its time on two cores. */
    private static final int WARM_UP = 8;

    private final BarSeries series;
    private final BareLoop loop;
    private final Market market;
    private final ParameterGrid grid;
    private final int threads;

    private SweepMeasurement(int combinations, int bars, int threads) {
        this.series = Walk.bars(bars);
        this.loop = new BareLoop(series);
        this.market = Market.of(series, Walk.es());
        this.grid = grid((int) Math.round(Math.sqrt(combinations)));
        this.threads = threads;
    }

    public static void main(String[] args) throws Exception {
        int combinations = number(args, 0, 10_000);
        int rounds = number(args, 3, 3);
        SweepMeasurement measurement = new SweepMeasurement(combinations, number(args, 1, 700_000), number(args, 2, 2));
        System.out.printf(
                "%,d combinations, %,d bars, %d threads, Java %s%n",
                measurement.grid.size(),
                measurement.series.size(),
                measurement.threads,
                System.getProperty("java.version"));
        measurement.loops(100);
        ParameterGrid few = grid(Math.min(10, (int) Math.sqrt(measurement.grid.size())));
        for (int i = 0; i < WARM_UP; i++) {
            measurement.sweep(few, new Heard(few.size()));
        }
        for (int round = 1; round <= rounds; round++) {
            double bare = measurement.loops(400);
            Heard heard = new Heard(measurement.grid.size());
            double swept = measurement.sweep(measurement.grid, heard);
            System.out.printf(
                    Locale.ROOT,
                    "round %d: bare loops %.0f M bars/s, sweep %.0f M bars/s, %.2f of them; %.0f trades a combination%n",
                    round,
                    bare / 1e6,
                    swept / 1e6,
                    swept / bare,
                    heard.trades.sum() / heard.count.get());
            if (round == rounds) {
                measurement.compare(heard);
            }
        }
        System.out.println("most memory of the process: " + peakMemory());
    }

    private static int number(String[] args, int index, int standard) {
        return args.length > index ? Integer.parseInt(args[index]) : standard;
    }

    private static ParameterGrid grid(int side) {
        Map<String, List<?>> values = new LinkedHashMap<>();
        values.put(
                "fast_period",
                IntStream.range(0, side).map(i -> 5 + i * 95 / side).boxed().toList());
        values.put(
                "slow_period",
                IntStream.range(0, side).map(i -> 101 + i * 299 / side).boxed().toList());
        return ParameterGrid.of(values);
    }

    /** What is kept of a sweep: every hundredth outcome, for comparison; so memory does not grow with their number. */
    private static final class Heard implements Sweep.Listener {
        final int step;
        final Map<Integer, Sweep.Outcome> sample = new ConcurrentHashMap<>();
        final AtomicInteger count = new AtomicInteger();
        final DoubleAdder trades = new DoubleAdder();

        Heard(int combinations) {
            step = Math.max(1, combinations / 100);
        }

        @Override
        public boolean done(Sweep.Outcome outcome) {
            count.incrementAndGet();
            trades.add(outcome.metrics().get(Metric.TRADES).value());
            if (outcome.index() % step == 0) {
                sample.put(outcome.index(), outcome);
            }
            return true;
        }
    }

    /** @return bars times combinations a second */
    private double sweep(ParameterGrid some, Heard heard) throws InterruptedException {
        Sweep sweep = new Sweep(request(), some);
        return rate(some.size(), () -> sweep.work(heard));
    }

    private BacktestRequest request() {
        return BacktestRequest.of(SimpleMAStrategy::new, market).withParameters(Map.of("exits", "none"));
    }

    /** @return bars times loops a second */
    private double loops(int each) throws InterruptedException {
        double[][] fast = new double[LOOPS][];
        double[][] slow = new double[LOOPS][];
        for (int i = 0; i < LOOPS; i++) {
            Map<String, Object> combination = grid.get((int) ((i + 0.5) * grid.size() / LOOPS));
            fast[i] = loop.average((int) combination.get("fast_period"));
            slow[i] = loop.average((int) combination.get("slow_period"));
        }
        return rate(each * threads, () -> {
            double[] equity = new double[series.size()];
            double sum = 0;
            for (int i = 0; i < each; i++) {
                sum += loop.run(fast[i % LOOPS], slow[i % LOOPS], equity);
            }
            if (Double.isNaN(sum)) {
                throw new IllegalStateException("the loops made nothing");
            }
        });
    }

    private double rate(int runs, Runnable work) throws InterruptedException {
        List<Thread> workers = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            Thread worker = new Thread(work);
            worker.start();
            workers.add(worker);
        }
        for (Thread worker : workers) {
            worker.join();
        }
        return (double) runs * series.size() / (System.nanoTime() - start) * 1e9;
    }

    private void compare(Heard heard) {
        int figures = 0;
        for (Sweep.Outcome outcome : heard.sample.values()) {
            Map<String, Object> values = new LinkedHashMap<>(request().parameters());
            values.putAll(grid.get(outcome.index()));
            Map<Metric, Measure> alone =
                    Backtest.run(request().withParameters(values)).metrics();
            for (Map.Entry<Metric, Measure> figure : outcome.metrics().entrySet()) {
                if (!figure.getValue().equals(alone.get(figure.getKey()))) {
                    throw new IllegalStateException("combination " + outcome.index() + " gives " + figure
                            + ", a run of its own " + alone.get(figure.getKey()));
                }
                figures++;
            }
        }
        System.out.printf(
                "%d combinations run alone: all %,d figures equal to the last bit; %d outcomes of %d%n",
                heard.sample.size(), figures, heard.count.get(), grid.size());
    }

    private static String peakMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "not known on this system";
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .findFirst()
                    .orElse("not known")
                    .replaceAll("\\s+", " ");
        }
    }
}
