package futures.javascript;

import java.time.Instant;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Minutes, such as those of a seeded walk. */
final class Tape {
    private final double[][] bars;

    /** @param bars open time, open, high, low, close, volume of each */
    Tape(double[][] bars) {
        this.bars = bars;
    }

    double[][] bars() {
        return bars;
    }

    static Tape of(String first, int minutes, long seed) {
        Random random = new Random(seed);
        double start = Instant.parse(first).toEpochMilli();
        double price = 4800;
        double[][] bars = new double[minutes][];
        for (int i = 0; i < minutes; i++) {
            double open = price;
            price += (random.nextInt(9) - 4) * 0.25;
            double high = Math.max(open, price) + random.nextInt(3) * 0.25;
            double low = Math.min(open, price) - random.nextInt(3) * 0.25;
            bars[i] = new double[] {start + i * 60_000.0, open, high, low, price, 1 + random.nextInt(500)};
        }
        return new Tape(bars);
    }

    double start() {
        return bars[0][0];
    }

    double[] flat() {
        return IntStream.range(0, bars.length * 6)
                .mapToDouble(i -> bars[i / 6][i % 6])
                .toArray();
    }

    String csv() {
        return IntStream.range(0, bars.length)
                .mapToObj(i -> IntStream.range(0, 6)
                        .mapToObj(k -> k == 0 ? Long.toString((long) bars[i][0]) : Double.toString(bars[i][k]))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
