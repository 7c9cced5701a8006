package futures.analytics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Returns for which numpy and scipy gave the figures that tests compare with. */
public final class SampleReturns {
    private SampleReturns() {}

    public static double[] twelve() {
        return new double[] {-0.01, 0.02, 0.0, 0.015, -0.03, 0.01, 0.0, -0.005, 0.025, -0.02, 0.005, 0.01};
    }

    /** 504 of them, in millionths in the file, with fat tails and flat days. */
    public static double[] fiveHundred() {
        return millionths("returns_504.txt");
    }

    /** 300 values, each of which goes on from a part of the one before: what follows on each other belongs together. */
    public static double[] dependent() {
        return millionths("ar1_300.txt");
    }

    /**
     * 160 days of 10 strategies, by strategy.
     *
     * @param name {@code noise}; {@code one_true_edge}, where the fourth one has merit; {@code correlated_variants} of one idea
     *             without merit
     */
    public static List<double[]> strategies(String name) {
        double[] all = millionths(name + "_160x10.txt");
        return IntStream.range(0, 10)
                .mapToObj(k -> IntStream.range(0, 160)
                        .mapToDouble(day -> all[day * 10 + k])
                        .toArray())
                .toList();
    }

    private static double[] millionths(String name) {
        try (InputStream file = SampleReturns.class.getResourceAsStream(name)) {
            String text = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
            return Arrays.stream(text.strip().split("\\s+"))
                    .mapToDouble(number -> Integer.parseInt(number) / 1e6)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
