package futures.launcher.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The smallest child there can be, run in a JVM of its own: answers {@code /health}, or dies at once when told so. */
final class StandIn {
    private StandIn() {}

    public static void main(String[] args) throws IOException {
        System.out.println("stand-in says hello");
        if (args[0].equals("dies")) {
            System.err.println("no disk to write to");
            System.exit(3);
        }
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1])), 0);
        String status = args[0];
        server.createContext("/health", exchange -> {
            byte[] body = ("{\"status\": \"" + status + "\", \"service\": \"" + args[2] + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status.equals("unhealthy") ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** @param says healthy, degraded or unhealthy; or dies */
    static ChildSpec spec(String name, String says, int port) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StandIn.class.getName(),
                says,
                Integer.toString(port),
                name);
        String address = "http://127.0.0.1:" + port;
        return new ChildSpec(
                name,
                address,
                port,
                () -> command,
                Map.of(),
                Path.of("").toAbsolutePath(),
                new HttpProbe(name, URI.create(address + "/health"), ""));
    }
}
