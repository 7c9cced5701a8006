package futures.benchmarks;

import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.Market;
import futures.javascript.Limits;
import futures.javascript.ScriptReader;
import futures.javascript.ScriptReport;
import futures.javascript.ScriptRuns;
import futures.javascript.ScriptSource;
import futures.javascript.ScriptTree;
import futures.javascript.TsxStrategy;
import futures.javascript.V8Library;
import futures.model.BarSeries;
import futures.model.RoundTrip;
import futures.model.Timeframe;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Drive;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * One backtest of a script in this process, as a process of the service runs it, with the time that is spent in the strategy: feeding
 * the script prices, reading its signals, sending orders. A run of one bar before it loads V8 and classes, as Node has loaded itself
 * when its loop begins. Then come the first run, for which the JVM compiles what it runs, and a later one in a new isolate, as in a sweep.
 *
 * <p>Arguments: the script, a file of bars as {@link PriceFiles} writes it, a directory for the native library.
 */
public final class ScriptMeasurement extends Strategy {
    private final Drive script;
    private long spent;

    private ScriptMeasurement(TsxStrategy script) {
        this.script = new Drive(script);
    }

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]).toAbsolutePath();
        V8Library.allow(Path.of(args[2]), 512);
        BarSeries bars = bars(Path.of(args[1]), Integer.MAX_VALUE);
        ScriptSource source = ScriptReader.read(
                ScriptTree.on(file.getParent()), file.getFileName().toString());
        measure(source, bars(Path.of(args[1]), 1));
        System.out.println("first " + measure(source, bars));
        System.out.println("later " + measure(source, bars));
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static String measure(ScriptSource source, BarSeries bars) {
        ScriptRuns runs = new ScriptRuns(Limits.STANDARD);
        runs.tape("ES", bars);
        ScriptMeasurement measured = new ScriptMeasurement(new TsxStrategy(source, runs));
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        int trips = Backtest.run(BacktestRequest.of(() -> measured, Market.of(bars, Walk.es())))
                .trips()
                .size();
        long whole = System.nanoTime() - begin;
        long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor;
        ScriptReport report = runs.end().get(0);
        return "%d bars %d signals %.4f s, with the engine %.4f s of which the processor %.4f s, %d round trips"
                .formatted(bars.size(), report.signals(), measured.spent / 1e9, whole / 1e9, used / 1e9, trips);
    }

    private static BarSeries bars(Path file, int most) throws IOException {
        BarSeries.Builder builder = BarSeries.builder("ES", Timeframe.MINUTE);
        try (BufferedReader in = Files.newBufferedReader(file)) {
            in.readLine();
            int count = 0;
            for (String line = in.readLine(); line != null && count < most; line = in.readLine(), count++) {
                String[] fields = line.split(",", -1);
                builder.add(
                        Instant.parse(fields[0]).toEpochMilli(),
                        Double.parseDouble(fields[1]),
                        Double.parseDouble(fields[2]),
                        Double.parseDouble(fields[3]),
                        Double.parseDouble(fields[4]),
                        Double.parseDouble(fields[5]));
            }
        }
        return builder.build();
    }

    @Override
    protected void start(Setup setup) {
        script.start(setup);
    }

    @Override
    protected void onBar(Bars bars, Broker broker) {
        long begin = System.nanoTime();
        script.bar(bars, broker);
        spent += System.nanoTime() - begin;
    }

    @Override
    protected void onRoundTrip(RoundTrip trip) {
        script.roundTrip(trip);
    }
}
