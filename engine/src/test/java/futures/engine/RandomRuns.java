package futures.engine;

import java.util.StringJoiner;

/** Prints what came out of random orders of every kind, with every choice and with every metric. */
final class RandomRuns {
    private static final int RUNS = 60;

    private RandomRuns() {}

    public static void main(String[] args) {
        System.out.print(results());
    }

    static String results() {
        StringJoiner lines = new StringJoiner("\n");
        for (long seed = 1; seed <= RUNS; seed++) {
            BacktestResult result = RandomRun.of("ES", "0.25", "50", seed % 2 == 0 ? 1.0 : 1.056655, seed)
                    .run();
            lines.add(seed + " " + result.hash() + " " + result.metrics());
        }
        return lines.toString();
    }
}
