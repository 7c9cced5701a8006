package futures.launcher.redis;

import static futures.launcher.process.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.launcher.port.Ports;
import futures.launcher.process.ChildSpec;
import futures.launcher.process.Health;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisChildTest {
    @TempDir
    private Path directory;

    @Test
    void carriedServerAnswersOnLoopback() throws Exception {
        ChildSpec spec = RedisChild.spec(directory, Ports.anyFree("127.0.0.1"));
        assertEquals(Health.UNREACHABLE, spec.probe().ask());
        Process process = new ProcessBuilder(spec.command().get())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("redis.out").toFile())
                .start();
        try {
            eventually(
                    "it answers",
                    () -> spec.probe().ask().level() == Health.Level.HEALTHY,
                    () -> process.isAlive() + " " + read(directory.resolve("redis.out")));
            String body = spec.probe().ask().body();
            assertTrue(body.startsWith("{\"details\": {\"redis_version\": \"7."), body);
            assertTrue(body.contains("\"connected_clients\": 1"), body);
        } finally {
            process.destroy();
        }
        assertEquals(0, process.waitFor());
    }

    @Test
    void binaryIsWrittenOnceAndAgainWhenItWasDamaged() throws IOException {
        Path binary = RedisBinary.find(directory);
        FileTime written = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(binary, written);

        assertEquals(binary, RedisBinary.find(directory));
        assertEquals(written, Files.getLastModifiedTime(binary), "written again without need");

        long size = Files.size(binary);
        Files.writeString(binary, "not a program");
        RedisBinary.find(directory);
        assertEquals(size, Files.size(binary));
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-amd64",
        "Linux, aarch64, linux-arm64",
        "Mac OS X, x86_64, darwin-amd64",
        "Mac OS X, aarch64, darwin-arm64",
        "Windows 11, amd64, windows-amd64"
    })
    void platformsAreNamedAsTheLibraryNamesThem(String os, String architecture, String expected) {
        assertEquals(expected, RedisBinary.platform(os, architecture));
    }

    @Test
    void serverOnThePathIsFound() throws IOException {
        Path program = Files.createFile(directory.resolve("redis-server"));
        assertTrue(program.toFile().setExecutable(true));
        String path = directory.resolve("nothing") + java.io.File.pathSeparator + directory;
        assertEquals(Optional.of(program), RedisBinary.onPath(path));
        assertFalse(RedisBinary.onPath(null).isPresent());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
