package futures.javascript;

import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import java.nio.file.Path;
import java.time.Duration;

/** A process in which V8 runs without the flag that makes every loop one that can be ended, and a script that needs it. */
final class Unstoppable {
    private static final String LOOP = """
            let count = 0;
            module.exports = class {
              processMarketData() {
                if (++count === 4) for (;;) this.made = new Array(1000);
                return { ready: true, signal: null };
              }
            };
            """;

    private Unstoppable() {}

    public static void main(String[] args) {
        V8Library.allow(Path.of(args[0]), 64);
        V8Library.flags("");
        ScriptRuns runs = new ScriptRuns(new Limits(Duration.ofMillis(500), 1_000, 50, 0, 0, 1 << 20));
        Backtest.run(BacktestRequest.of(
                () -> new TsxStrategy(ScriptSource.of("Unstoppable", LOOP), runs),
                Scripts.market(Tape.of("2024-06-03T14:00:00Z", 20, 3))));
    }
}
