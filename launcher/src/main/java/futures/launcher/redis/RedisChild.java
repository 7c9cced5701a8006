package futures.launcher.redis;

import futures.launcher.process.ChildSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How our own Redis is run: on loopback only, and keeping nothing, since it carries notices and a cache. */
public final class RedisChild {
    public static final String NAME = "redis";

    private RedisChild() {}

    /** @param data the data directory; ours is {@code redis} in it */
    public static ChildSpec spec(Path data, int port) {
        Path directory = data.resolve("redis");
        Path binary = RedisBinary.find(directory.resolve("bin"));
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + directory, e);
        }
        List<String> command = List.of(
                binary.toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--dir",
                directory.toString(),
                "--save",
                "",
                "--appendonly",
                "no",
                "--daemonize",
                "no",
                "--maxmemory",
                "64mb",
                "--maxmemory-policy",
                "allkeys-lru",
                "--loglevel",
                "warning");
        return new ChildSpec(
                NAME,
                "redis://127.0.0.1:" + port,
                port,
                () -> command,
                Map.of(),
                directory,
                new RedisProbe("127.0.0.1", port));
    }
}
