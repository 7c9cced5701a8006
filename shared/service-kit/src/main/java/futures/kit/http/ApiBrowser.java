package futures.kit.http;

import futures.kit.text.Version;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/** {@code /docs}: the API document as a page to try it, from the packaged Swagger UI; no request leaves the machine. */
final class ApiBrowser {
    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/" + Version.swaggerUi() + "/";
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>API</title>
              <link rel="icon" href="data:,">
              <link rel="stylesheet" href="/docs/swagger-ui.css">
            </head>
            <body>
              <div id="api"></div>
              <script src="/docs/swagger-ui-bundle.js"></script>
              <script>
                SwaggerUIBundle({ url: '/openapi', dom_id: '#api', deepLinking: true, validatorUrl: null });
              </script>
            </body>
            </html>
            """;

    private ApiBrowser() {}

    static void mount(RoutesConfig routes) {
        routes.get("/docs", context -> context.html(PAGE));
        routes.get("/docs/swagger-ui.css", context -> serve(context, "swagger-ui.css", "text/css"));
        routes.get("/docs/swagger-ui-bundle.js", context -> serve(context, "swagger-ui-bundle.js", "text/javascript"));
    }

    private static void serve(Context context, String file, String type) throws IOException {
        InputStream in = ApiBrowser.class.getResourceAsStream(WEBJAR + file);
        if (in == null) {
            throw Problem.notFound("The API browser is not packaged with this build.");
        }
        context.contentType(type).header("Cache-Control", "max-age=86400").result(in);
    }
}
