package futures.kit;

import futures.kit.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.embedded.RedisServer;

/** A real Redis on a free loopback port, for tests. */
public final class RedisForTests implements AutoCloseable {
    private final int port;
    private RedisServer server;

    private RedisForTests(int port) {
        this.port = port;
        start();
    }

    public static RedisForTests start(int port) {
        return new RedisForTests(port);
    }

    public static RedisForTests onFreePort() {
        return new RedisForTests(freePort());
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** Ends it as a crash would: nothing is saved. */
    public void stop() {
        server.stop();
    }

    /** Starts it again on the same port. */
    public void start() {
        server = RedisServer.builder()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .build();
        server.start();
    }

    /** Settings under a home directory: every service on a free port, this Redis. */
    public Settings settings(Path home, String... overrides) {
        List<String> all = new ArrayList<>(List.of(
                "ports.data=0",
                "ports.backtest=0",
                "ports.risk=0",
                "ports.ml=0",
                "ports.portfolio=0",
                "ports.redis=" + port));
        all.addAll(List.of(overrides));
        return Settings.load(home, Map.of(), all);
    }

    @Override
    public void close() {
        stop();
    }
}
