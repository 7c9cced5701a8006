package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A program of the tests in a process of its own. */
public final class FreshJvm {
    private FreshJvm() {}

    public static Path thisJdk() {
        return Path.of(System.getProperty("java.home"));
    }

    /** Those that the environment names in {@code OTHER_JDKS}, apart by the separator of paths. */
    public static List<Path> otherJdks() {
        return Arrays.stream(System.getenv("OTHER_JDKS").split(java.io.File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /** What the class's main method prints. */
    public static String output(Path jdk, Class<?> program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        jdk.resolve("bin").resolve("java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName())
                .redirectError(Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> program + " on " + jdk);
        return output;
    }
}
