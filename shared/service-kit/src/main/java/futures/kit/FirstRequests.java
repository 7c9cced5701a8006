package futures.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.util.List;

/**
 * What a page asks first, asked once by the process itself when it has started: the classes are loaded and the files read then, and
 * nobody waits for that. An answer that does not come is nobody's loss.
 */
public final class FirstRequests {
    private static final int TIMEOUT_MS = 10_000;

    private FirstRequests() {}

    /** Asks in the background, one after the other; the thread does not keep the process. */
    public static Thread ask(RunningService of, List<String> paths) {
        Thread asking = new Thread(() -> paths.forEach(path -> ask(of, path)), "first-requests");
        asking.setDaemon(true);
        asking.start();
        return asking;
    }

    private static void ask(RunningService of, String path) {
        HttpURLConnection connection = null;
        try {
            connection = (HttpURLConnection) of.uri().resolve(path).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MS);
            connection.setReadTimeout(TIMEOUT_MS);
            // as browsers do
            connection.setRequestProperty("Accept-Encoding", "gzip");
            String token = of.settings().text("token");
            if (!token.isEmpty()) {
                connection.setRequestProperty("Authorization", "Bearer " + token);
            }
            try (InputStream answer = connection.getInputStream()) {
                answer.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException e) {
            // It will be asked again by whoever needs it, and be told why it cannot be had.
        } finally {
            if (connection != null) {
                connection.disconnect();
            }
        }
    }
}
