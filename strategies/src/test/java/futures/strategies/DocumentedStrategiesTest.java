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

/** The strategies that the documents show compile as they stand and trade. */
class DocumentedStrategiesTest {
    private static final String IMPORTS = "import futures.model.*;\nimport futures.strategy.*;\n";

    @TempDir
    Path directory;

    @Test
    void theStrategyOfTheReadmeRuns() throws Exception {
        assertTrades("README.md", "Cross");
    }

    @Test
    void theStrategyOfTheSizingPageRuns() throws Exception {
        BacktestResult result = assertTrades("docs/sizing.md", "Breakout");
        assertTrue(result.trips().stream().anyMatch(trip -> trip.contracts() > 1));
    }

    private BacktestResult assertTrades(String document, String name) throws Exception {
        String text = Files.readString(Path.of("..", document));
        int from = text.indexOf("```java\n") + "```java\n".length();
        String code = text.substring(from, text.indexOf("```", from));
        Path source = directory.resolve(name + ".java");
        Files.writeString(source, IMPORTS + code);
        compile(source);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            Class<? extends Strategy> type = loader.loadClass(name).asSubclass(Strategy.class);
            Market market = Market.of(Samples.walk(Samples.es(), 5_000, 1), Samples.es());
            BacktestResult result = Backtest.run(BacktestRequest.of(() -> make(type), market));
            assertTrue(result.trips().size() > 10, () -> result.trips().size() + " round trips");
            return result;
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
