package futures.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.BacktestResult;
import futures.engine.Market;
import futures.engine.Samples;
import futures.strategy.Strategy;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The strategy that the README shows compiles as it stands and trades. */
class ReadmeStrategyTest {
    private static final String IMPORTS = "import futures.model.*;\nimport futures.strategy.*;\n";

    @TempDir
    Path directory;

    @Test
    void theStrategyOfTheReadmeRuns() throws Exception {
        String readme = Files.readString(Path.of("..", "README.md"));
        int from = readme.indexOf("```java\n") + "```java\n".length();
        String code = readme.substring(from, readme.indexOf("```", from));
        Path source = directory.resolve("Cross.java");
        Files.writeString(source, IMPORTS + code);
        compile(source);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            Class<? extends Strategy> type = loader.loadClass("Cross").asSubclass(Strategy.class);
            Market market = Market.of(Samples.walk(Samples.es(), 5_000, 1), Samples.es());
            BacktestResult result = Backtest.run(BacktestRequest.of(() -> make(type), market));
            assertTrue(result.trips().size() > 10, () -> result.trips().size() + " round trips");
        }
    }

    private static Strategy make(Class<? extends Strategy> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static void compile(Path source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of(
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "-d",
                                    source.getParent().toString()),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            assertEquals("", messages.toString());
            assertTrue(compiled);
        }
    }
}
