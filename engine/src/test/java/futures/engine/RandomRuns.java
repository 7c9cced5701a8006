package futures.engine;

import java.util.StringJoiner;
import java.util.stream.Collectors;

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
            lines.add(seed + " " + result.hash() + " " + figures(result));
        }
        return lines.toString();
    }

    /** Every bit of them: JDK 19 and later write the same double with fewer decimals here and there. */
    private static String figures(BacktestResult result) {
        return result.metrics().entrySet().stream()
                .map(figure -> figure.getKey() + "="
                        + (figure.getValue().defined()
                                ? Double.toHexString(figure.getValue().value())
                                : figure.getValue().reason()))
                .collect(Collectors.joining(" "));
    }
}
