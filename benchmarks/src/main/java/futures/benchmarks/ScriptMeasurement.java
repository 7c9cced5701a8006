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
import java.util.Map;

/**
 * One backtest of a script in this process, as a process of the service runs it, with the time that the script took, which is what Node's
 * loop does too: it is given prices and its signals are read. With its orders it is the whole of the strategy. Before it two scripts of a few lines run on other bars, as the service's
 * process has rehearsed when it is given a run, and a moment passes, as it does between two runs of a user. Then come the first run, for
 * which V8 compiles the script, and a later one in a new isolate, as in a sweep.
 *
 * <p>Arguments: the script, a file of bars as {@link PriceFiles} writes it, a directory for the native library.
 */
public final class ScriptMeasurement extends Strategy {
    /** What the service's process rehearses, heeding its position or not, and bars of each of its rehearsals. */
    private static final String REHEARSED = """
            module.exports = class {
              constructor() { this.closes = []; this.side = 0; }
              processMarketData(price, volume, timestamp) {
                this.closes.push(price);
                if (this.closes.length > 10) this.closes.shift();
                const mean = this.closes.reduce((sum, close) => sum + close, 0) / this.closes.length;
                const side = price > mean + 1 ? 1 : price < mean - 1 ? -1 : this.side;
                if (side === this.side || timestamp.getHours() < 6) return { ready: true, signal: null };
                this.side = side;
                console.log('turned', side);
                return { ready: true, signal: { direction: side > 0 ? 'LONG' : 'SHORT', stopLoss: price - 2 * side, takeProfit: price + 3 * side } };
              }
              %s() {}
            };
            """;

    private static final int[] REHEARSALS = {50, 500, 2_000, 5_000, 10_000, 20_000, 40_000, 40_000, 80_000};

    /** The compilers of the JVM are through with what was rehearsed. */
    private static final long REST_MILLIS = 2_000;

    private final Drive script;
    private long spent;

    private ScriptMeasurement(TsxStrategy script) {
        this.script = new Drive(script);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path file = Path.of(args[0]).toAbsolutePath();
        V8Library.allow(Path.of(args[2]), 512);
        BarSeries bars = bars(Path.of(args[1]), Integer.MAX_VALUE);
        ScriptSource source = ScriptReader.read(
                ScriptTree.on(file.getParent()), file.getFileName().toString());
        rehearse();
        Thread.sleep(REST_MILLIS);
        System.out.println("first " + measure(source, bars));
        System.out.println("later " + measure(source, bars));
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static void rehearse() throws IOException {
        ScriptSource heedful = rehearsed("onPositionClosed");
        ScriptSource heedless = rehearsed("neverCalled");
        for (int bars : REHEARSALS) {
            measure(heedful, Walk.bars(bars));
            measure(heedless, Walk.bars(bars));
        }
    }

    private static ScriptSource rehearsed(String method) throws IOException {
        return ScriptReader.read(ScriptTree.of(Map.of("Rehearsed.js", REHEARSED.formatted(method))), "Rehearsed.js");
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
        return "%d bars %d signals %.4f s, with its orders %.4f s, with the engine %.4f s of which the processor %.4f s, %d round trips"
                .formatted(
                        bars.size(),
                        report.signals(),
                        runs.nanos() / 1e9,
                        measured.spent / 1e9,
                        whole / 1e9,
                        used / 1e9,
                        trips);
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
