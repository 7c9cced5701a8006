package futures.analytics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Returns for which numpy and scipy gave the figures that tests compare with. */
public final class SampleReturns {
    private SampleReturns() {}

    public static double[] twelve() {
        return new double[] {-0.01, 0.02, 0.0, 0.015, -0.03, 0.01, 0.0, -0.005, 0.025, -0.02, 0.005, 0.01};
    }

    /** 504 of them, in millionths in the file, with fat tails and flat days. */
    public static double[] fiveHundred() {
        try (InputStream file = SampleReturns.class.getResourceAsStream("returns_504.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
            return Arrays.stream(text.strip().split("\\s+"))
                    .mapToDouble(number -> Integer.parseInt(number) / 1e6)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
