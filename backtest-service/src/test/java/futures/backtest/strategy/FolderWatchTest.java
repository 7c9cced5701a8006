package futures.backtest.strategy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import futures.kit.Eventually;
import futures.strategy.template.StrategyTemplate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is dropped is loaded though nobody asks: {@code names()} looks at no file. */
class FolderWatchTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private static void drop(Path directory, String name) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(
                directory.resolve(name + ".java"),
                StrategyTemplate.files(name, "java").get(name + ".java"));
    }

    private static final ScriptChecker NO_SCRIPTS = (code, values) -> ScriptVerdict.unavailable("there are none here");

    private static void seen(StrategyRegistry strategies, String name) {
        Eventually.within(LONG, name, () -> strategies.names().contains(name));
    }

    /** The inside of a zip file is a file system that has no events, as those of networks and containers have none. */
    @Test
    void whereTheFileSystemGivesNoEvents() throws Exception {
        URI zip = URI.create("jar:" + home.resolve("inside.zip").toUri());
        try (FileSystem inside = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            assertThrows(UnsupportedOperationException.class, inside::newWatchService);
            Path directory = inside.getPath("/strategies");
            drop(directory, "Before");
            StrategyRegistry strategies =
                    new StrategyRegistry(directory, CodeKeeper.NONE, NO_SCRIPTS, Clock.systemUTC());
            try (FolderWatch watch = new FolderWatch(strategies, directory)) {
                watch.start();
                drop(directory, "After");
                seen(strategies, "After");
                Files.delete(directory.resolve("Before.java"));
                Eventually.within(LONG, "gone", () -> !strategies.names().contains("Before"));
            }
        }
    }

    @Test
    void aDirectoryThatComesLaterAndGoesAndComesAgain() throws Exception {
        Path directory = home.resolve("strategies");
        StrategyRegistry strategies = new StrategyRegistry(directory, CodeKeeper.NONE, NO_SCRIPTS, Clock.systemUTC());
        try (FolderWatch watch = new FolderWatch(strategies, directory)) {
            watch.start();
            assertFalse(strategies.names().contains("First"));
            drop(directory, "First");
            seen(strategies, "First");
            Files.delete(directory.resolve("First.java"));
            Files.delete(directory);
            Eventually.within(LONG, "gone", () -> !strategies.names().contains("First"));
            drop(directory, "Second");
            seen(strategies, "Second");
            drop(directory, "Third");
            seen(strategies, "Third");
        }
    }
}
