package futures.launcher.web;

import futures.kit.http.Problem;
import futures.kit.http.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The dashboard's files: a flat folder on the class path. They name no version, so browsers ask for them each time. */
final class WebFiles {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");
    /** Only our own files and services: nothing on the page comes from elsewhere. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self' http: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private WebFiles() {}

    static void mount(Routes routes) {
        routes.get("/").summary("The dashboard").answersWith("text/html").handle(request -> {
            send(request.context(), "index.html");
            return null;
        });
        routes.get("/web/{file}")
                .summary("A file of the dashboard")
                .path("file", "e.g. dashboard.css")
                .answersWith("*/*")
                .handle(request -> {
                    send(request.context(), request.path("file"));
                    return null;
                });
    }

    private static void send(Context context, String file) throws IOException {
        String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        // A name without a slash cannot leave the folder.
        InputStream in = type == null || file.contains("/") || file.contains("\\") || file.contains("..")
                ? null
                : WebFiles.class.getResourceAsStream("/web/" + file);
        if (in == null) {
            throw Problem.notFound("The dashboard has no file '" + file + "'.");
        }
        try (in) {
            context.header("Content-Security-Policy", POLICY)
                    .header("Cache-Control", "no-cache")
                    .header("Referrer-Policy", "no-referrer")
                    .contentType(type)
                    .result(in.readAllBytes());
        }
    }
}
