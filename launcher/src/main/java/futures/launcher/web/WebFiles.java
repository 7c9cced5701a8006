package futures.launcher.web;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.http.Problem;
import futures.kit.http.Routes;
import futures.kit.json.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The dashboard's files on the class path: our own under {@code /web}, those of other projects under {@code /lib}, and the one page
 * under every address that {@code web/pages.json} names, with whatever choices stand behind its question mark. They name no version, so browsers ask for them each time, and hear
 * that theirs is still good by its tag.
 */
final class WebFiles {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml");
    /** Only our own files and services: nothing on the page comes from elsewhere. Charts are images while they are saved. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                    + " connect-src 'self' http: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The module that loads the charting library once it draws. */
    private static final String CHARTS = "/web/parts/chart.js";

    private final Map<String, File> files = new ConcurrentHashMap<>();
    private final Map<String, File> indexes = new ConcurrentHashMap<>();
    private final Properties libraries = new Properties();

    private WebFiles() throws IOException {
        try (InputStream in = WebFiles.class.getResourceAsStream("/web/libraries.properties")) {
            libraries.load(in);
        }
    }

    static void mount(Routes routes) {
        try {
            new WebFiles().declare(routes);
        } catch (IOException e) {
            throw new UncheckedIOException("the dashboard's files cannot be read from the jar", e);
        }
    }

    private void declare(Routes routes) throws IOException {
        page(routes, "/", "home", "The dashboard");
        for (JsonNode page : Json.mapper().readTree(read("pages.json", "/web/pages.json").content)) {
            String name = page.path("name").asText();
            page(
                    routes,
                    "/" + name,
                    name,
                    "The dashboard's page: " + page.path("about").asText());
            routes.get("/" + name + "/{item}")
                    .summary(
                            "The dashboard's page of one: " + page.path("about").asText())
                    .path("item", "what the page is about")
                    .anyQuery()
                    .answersWith("text/html")
                    .handle(request -> index(request.context(), name));
        }
        routes.get("/web/{file}")
                .summary("A file of the dashboard")
                .path("file", "e.g. main.js")
                .answersWith("*/*")
                .handle(request -> own(request.context(), request.path("file")));
        routes.get("/web/{folder}/{file}")
                .summary("A file of the dashboard")
                .path("folder", "e.g. pages")
                .path("file", "e.g. home.js")
                .answersWith("*/*")
                .handle(request -> own(request.context(), request.path("folder") + "/" + request.path("file")));
        routes.get("/lib/{file}")
                .summary("A file of another project that the dashboard uses")
                .path("file", "e.g. echarts.js")
                .answersWith("*/*")
                .handle(request -> {
                    String name = request.path("file");
                    String resource = libraries.getProperty(name);
                    if (resource == null) {
                        throw Problem.notFound("The dashboard has no library '" + name + "'.");
                    }
                    return send(request.context(), read(name, resource));
                });
    }

    private void page(Routes routes, String path, String name, String summary) {
        routes.get(path)
                .summary(summary)
                .anyQuery()
                .answersWith("text/html")
                .handle(request -> index(request.context(), name));
    }

    private Object index(Context context, String page) {
        return send(context, indexes.computeIfAbsent(page, this::index));
    }

    /** The one page, which tells the browser at once what the module of its address will ask for one after the other. */
    private File index(String page) {
        String html = text("/web/index.html");
        Set<String> modules = new ModuleGraph(this::text).of("/web/main.js", "/web/pages/" + page + ".js");
        StringBuilder hints = new StringBuilder();
        modules.forEach(module -> hints.append("  <link rel=\"modulepreload\" href=\"" + module + "\">\n"));
        if (modules.contains(CHARTS)) {
            hints.append("  <link rel=\"preload\" as=\"script\" href=\"/lib/echarts.js\">\n");
        }
        byte[] content = html.replace("</head>", hints + "</head>").getBytes(StandardCharsets.UTF_8);
        return new File(TYPES.get("html"), content, tag(content));
    }

    private String text(String path) {
        try {
            return new String(read(path, path).content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object own(Context context, String path) throws IOException {
        if (path.contains("..")
                || path.contains("\\")
                || path.chars().filter(c -> c == '/').count() > 1) {
            throw missing(path);
        }
        return send(context, read(path, "/web/" + path));
    }

    private File read(String name, String resource) throws IOException {
        File known = files.get(resource);
        if (known != null) {
            return known;
        }
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        try (InputStream in = type == null ? null : WebFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw missing(name);
            }
            byte[] content = in.readAllBytes();
            File file = new File(type, content, tag(content));
            files.put(resource, file);
            return file;
        }
    }

    private static Problem missing(String name) {
        return Problem.notFound("The dashboard has no file '" + name + "'.");
    }

    private static String tag(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return "\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object send(Context context, File file) {
        context.header("Content-Security-Policy", POLICY)
                .header("Cache-Control", "no-cache")
                .header("Referrer-Policy", "no-referrer")
                .header("ETag", file.tag);
        String had = context.header("If-None-Match");
        if (had != null && had.contains(file.tag.substring(1, file.tag.length() - 1))) {
            context.status(304);
        } else {
            context.contentType(file.type).result(file.content);
        }
        return null;
    }

    /** Read once, kept as long as the launcher runs. */
    private static final class File {
        private final String type;
        private final byte[] content;
        private final String tag;

        File(String type, byte[] content, String tag) {
            this.type = type;
            this.content = content;
            this.tag = tag;
        }
    }
}
