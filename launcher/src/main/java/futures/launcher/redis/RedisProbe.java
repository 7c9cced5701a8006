package futures.launcher.redis;

import futures.launcher.process.Health;
import futures.launcher.process.HealthProbe;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends {@code PING} and wants {@code +PONG}. An answer that asks for a password also proves a server that works. */
public final class RedisProbe implements HealthProbe {
    private static final int TIMEOUT_MS = 1500;
    private static final Pattern FACT = Pattern.compile("(?m)^(redis_version|connected_clients|used_memory_human"
            + "|total_commands_processed|pubsub_channels|evicted_keys):(.*)$");

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
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String answer = ask(socket, in, "PING");
            if (answer.startsWith("-NOAUTH")) {
                return new Health(Health.Level.HEALTHY, "");
            }
            return answer.equals("+PONG")
                    ? new Health(Health.Level.HEALTHY, details(socket, in))
                    : new Health(Health.Level.UNHEALTHY, "");
        } catch (IOException e) {
            return Health.UNREACHABLE;
        }
    }

    private static String ask(Socket socket, InputStream in, String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n' && line.length() < 200; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    /** The few numbers of {@code INFO} that say something here, in the form of a service's health body. */
    private static String details(Socket socket, InputStream in) throws IOException {
        String header = ask(socket, in, "INFO");
        if (!header.startsWith("$")) {
            return "";
        }
        String info = new String(in.readNBytes(Integer.parseInt(header.substring(1))), StandardCharsets.UTF_8);
        Matcher facts = FACT.matcher(info);
        StringBuilder json = new StringBuilder();
        while (facts.find()) {
            String value = facts.group(2).strip();
            boolean number = value.matches("\\d{1,15}");
            json.append(json.isEmpty() ? "" : ", ")
                    .append('"')
                    .append(facts.group(1))
                    .append("\": ")
                    .append(number ? value : "\"" + value.replaceAll("[^\\w.-]", "") + "\"");
        }
        return "{\"details\": {" + json + "}}";
    }
}
