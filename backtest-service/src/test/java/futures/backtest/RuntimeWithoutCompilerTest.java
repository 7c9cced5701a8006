package futures.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources are compiled where only a Java runtime is installed: one is made here that has no {@code jdk.compiler}. */
class RuntimeWithoutCompilerTest {
    /** What runtimes of the distributions have besides {@code java.se}, as far as the services and these tests use it. */
    private static final String MODULES =
            "java.se,jdk.unsupported,jdk.crypto.ec,jdk.zipfs,jdk.httpserver,jdk.management";

    @TempDir
    Path directory;

    @Test
    void aSourceCompilesRunsAndIsVerifiedThereAsItIsHere() throws Exception {
        Path runtime = directory.resolve("runtime");
        link(runtime);
        assertFalse(Files.exists(runtime.resolve("bin/javac")));
        Map<String, String> said = run(runtime);
        assertEquals("none", said.get("javac"));
        assertEquals("false", said.get("compiler_module"));
        assertEquals("verified", said.get("verdict"));
        assertEquals("Bad.java:18:19: The method crossesOver(Line) is undefined for the type Line", said.get("error"));
        assertTrue(Integer.parseInt(said.get("trades")) > 5, said::toString);
        assertEquals(hashHere(), said.get("hash"));
    }

    private static void link(Path runtime) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        int status = ToolProvider.findFirst("jlink")
                .orElseThrow()
                .run(out, out, "--add-modules", MODULES, "--output", runtime.toString());
        assertEquals(0, status, text::toString);
    }

    private Map<String, String> run(Path runtime) throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        runtime.resolve("bin/java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        RunInRuntime.class.getName(),
                        directory.resolve("home").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(3, TimeUnit.MINUTES), "it ends");
        } finally {
            process.destroyForcibly();
        }
        String text = Files.readString(output);
        assertEquals(0, process.exitValue(), text);
        Map<String, String> said = new TreeMap<>();
        text.lines().filter(line -> line.startsWith("said ")).forEach(line -> {
            String[] parts = line.substring("said ".length()).split("=", 2);
            said.put(parts[0], parts[1]);
        });
        return said;
    }

    private String hashHere() throws Exception {
        Path home = directory.resolve("here");
        Files.writeString(
                Files.createDirectories(home.resolve("strategies")).resolve("MyCross.java"),
                DroppedCode.cross("MyCross", 16));
        try (RunningBacktests backtests = new RunningBacktests(home)) {
            JsonNode done = backtests.done("{\"strategy_name\":\"MyCross\",\"symbol\":\"ES\"}");
            return done.at("/result/result_hash").asText();
        }
    }
}
