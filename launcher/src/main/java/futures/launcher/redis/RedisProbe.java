package futures.launcher.redis;

import futures.launcher.process.Health;
import futures.launcher.process.HealthProbe;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends {@code PING} and wants {@code +PONG}. An answer that asks for a password also proves a server that works. */
public final class RedisProbe implements HealthProbe {
    private static final int TIMEOUT_MS = 1500;

    private final String host;
    private final int port;

    public RedisProbe(String host, int port) {
        this.host = host;
        this.port = port;
    }

    @Override
    public Health ask() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
            return answer.equals("+PONG") || answer.equals("-NOAU")
                    ? new Health(Health.Level.HEALTHY, "")
                    : new Health(Health.Level.UNHEALTHY, answer);
        } catch (IOException e) {
            return Health.UNREACHABLE;
        }
    }
}
