package futures.launcher.process;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a service's {@code GET /health}. Uses the JDK's oldest client on purpose: it loads a tenth of the classes of the
 * newer one, and this runs while five services want the processor.
 */
public final class HttpProbe implements HealthProbe {
    private static final int TIMEOUT_MS = 1500;
    private static final Pattern DEGRADED = Pattern.compile("\"status\"\\s*:\\s*\"degraded\"");

    private static final Pattern SERVICE = Pattern.compile("\"service\"\\s*:\\s*\"([^\"]*)\"");

    private final String service;
    private final URI uri;
    private final String token;

    /**
     * @param service the name that the answer must carry, if it carries one: on a port that somebody else has taken,
     *     somebody else answers
     * @param token   sent as bearer token; empty for none
     */
    public HttpProbe(String service, URI uri, String token) {
        this.service = service;
        this.uri = uri;
        this.token = token;
    }

    @Override
    public Health ask() {
        HttpURLConnection connection = null;
        try {
            connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MS);
            connection.setReadTimeout(TIMEOUT_MS);
            if (!token.isEmpty()) {
                connection.setRequestProperty("Authorization", "Bearer " + token);
            }
            int status = connection.getResponseCode();
            String body = read(status < 400 ? connection.getInputStream() : connection.getErrorStream());
            Matcher name = SERVICE.matcher(body);
            if (name.find() && !name.group(1).equals(service)) {
                return Health.UNREACHABLE;
            }
            if (status != 200) {
                return new Health(Health.Level.UNHEALTHY, body);
            }
            boolean degraded = DEGRADED.matcher(body).find();
            return new Health(degraded ? Health.Level.DEGRADED : Health.Level.HEALTHY, body);
        } catch (IOException e) {
            return Health.UNREACHABLE;
        } finally {
            if (connection != null) {
                connection.disconnect();
            }
        }
    }

    private static String read(InputStream in) throws IOException {
        if (in == null) {
            return "";
        }
        try (in) {
            return new String(in.readNBytes(65_536), StandardCharsets.UTF_8);
        }
    }
}
