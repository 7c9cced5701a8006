package futures.kit.http;

import futures.kit.config.Settings;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Lets in only requests that were meant for us: the {@code Host} must be one of our names (so that a foreign name that
 * was pointed at this machine reaches nothing), the {@code Origin} one of our pages (so that no other page in the user's
 * browser can send orders), the token right where one is set, the body within its limit.
 */
final class Gatekeeper {
    private static final String COOKIE = "futures_token";

    private final Set<String> hosts = new HashSet<>(List.of("localhost", "127.0.0.1", "[::1]"));
    private final Set<String> origins = new HashSet<>();
    private final String token;
    private final long requestBytes;
    private final long uploadBytes;

    Gatekeeper(Settings settings) {
        hosts.add(settings.text("bind").toLowerCase(Locale.ROOT));
        settings.list("allowed_hosts").forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
        for (String host : hosts) {
            origins.add("http://" + host + ":" + settings.port("dashboard"));
        }
        origins.addAll(settings.list("allowed_origins"));
        token = settings.text("token");
        requestBytes = settings.integer("limits.request_mb") * 1_048_576L;
        uploadBytes = settings.integer("limits.upload_mb") * 1_048_576L;
    }

    void check(Context context) {
        String host = hostName(context.header("Host"));
        if (!hosts.contains(host)) {
            throw new Problem(
                    403,
                    "Forbidden",
                    "The host name '" + host + "' is not one of ours; use 127.0.0.1 or add it to 'allowed_hosts'.");
        }
        String origin = context.header("Origin");
        if (origin != null) {
            boolean own = origin.equalsIgnoreCase("http://" + context.header("Host"));
            if (!own && !origins.contains(origin.toLowerCase(Locale.ROOT))) {
                throw new Problem(
                        403,
                        "Forbidden",
                        "Pages from '" + origin
                                + "' may not call this service; add it to 'allowed_origins' to let them.");
            }
            allow(context, origin);
        }
        checkToken(context);
        checkSize(context);
    }

    private static void allow(Context context, String origin) {
        context.header("Access-Control-Allow-Origin", origin);
        context.header("Access-Control-Allow-Credentials", "true");
        context.header("Vary", "Origin");
        context.header("Access-Control-Expose-Headers", "Location, ETag");
        if (context.method().equals(HandlerType.OPTIONS)) {
            context.header("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
            context.header(
                    "Access-Control-Allow-Headers",
                    "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match");
            context.header("Access-Control-Max-Age", "600");
        }
    }

    /**
     * Programs send the token as a header. A browser cannot do that for a page: it is let in once with {@code ?token=} and
     * keeps a cookie that no script can read and no other site can make it send.
     */
    private void checkToken(Context context) {
        if (token.isEmpty() || context.method().equals(HandlerType.OPTIONS)) {
            return;
        }
        if (matches(context.header("Authorization"), "Bearer " + token) || matches(context.cookie(COOKIE), token)) {
            return;
        }
        if (context.method().equals(HandlerType.GET) && matches(context.queryParam("token"), token)) {
            context.header("Set-Cookie", COOKIE + "=" + token + "; Path=/; HttpOnly; SameSite=Strict");
            context.redirect(context.path(), HttpStatus.SEE_OTHER);
            context.skipRemainingHandlers();
            return;
        }
        throw new Problem(
                401,
                "Unauthorized",
                "Send the header 'Authorization: Bearer <token>' with the token of settings.yaml; in a browser add"
                        + " ?token=<token> to the address once.");
    }

    private static boolean matches(String given, String expected) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private void checkSize(Context context) {
        boolean upload = context.isMultipart() || "text/csv".equals(context.contentType());
        long limit = upload ? uploadBytes : requestBytes;
        if (context.req().getContentLengthLong() > limit) {
            throw Problem.tooLarge("The body has " + context.req().getContentLengthLong() + " bytes; at most " + limit
                    + " are taken. Split it, or raise limits." + (upload ? "upload_mb" : "request_mb") + ".");
        }
    }

    private static String hostName(String header) {
        if (header == null) {
            return "";
        }
        int colon = header.lastIndexOf(':');
        String name = colon > header.lastIndexOf(']') ? header.substring(0, colon) : header;
        return name.toLowerCase(Locale.ROOT);
    }
}
