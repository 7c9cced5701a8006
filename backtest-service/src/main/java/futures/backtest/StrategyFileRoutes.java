package futures.backtest;

import futures.backtest.strategy.Precondition;
import futures.backtest.strategy.SourceTexts;
import futures.backtest.strategy.StrategyFiles;
import futures.backtest.strategy.StrategyRegistry;
import futures.kit.http.Answer;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.strategy.template.StrategyTemplate;
import futures.wire.backtest.StrategyCheck;
import futures.wire.backtest.StrategyCode.CodeFile;
import futures.wire.backtest.StrategyInfo;
import futures.wire.backtest.StrategyList;
import futures.wire.backtest.StrategyTemplates;
import futures.wire.backtest.StrategyText;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/** Uploads, checks and removes strategies, and gives a start for a new one. */
final class StrategyFileRoutes {
    private static final String FILE =
            "NAME.java, NAME.js, NAME.jar, NAME.yaml or BOT_*.yaml; needed when the Content-Type does not say";

    private final StrategyRegistry strategies;
    private final StrategyFiles files;
    private final SourceTexts texts;

    StrategyFileRoutes(StrategyRegistry strategies, StrategyFiles files, SourceTexts texts) {
        this.strategies = strategies;
        this.files = files;
        this.texts = texts;
    }

    void declare(Routes routes) {
        routes.get("/api/strategies/template")
                .summary("A compiling start for a new strategy: source and settings")
                .query("name", Param.text().required(), "e.g. MyCross")
                .query("kind", Param.text().orElse("java"), "java or javascript")
                .answers(StrategyTemplates.class)
                .handle(StrategyFileRoutes::template);
        routes.post("/api/strategies/reload")
                .summary("Look at the strategies directory now")
                .description("It is watched anyway, and looked at before every run.")
                .answers(StrategyList.class)
                .handle(request -> strategies.list());
        routes.get("/api/strategies/{name}/source")
                .summary("Text of a strategy's file, of its settings or of a bot's file, as it is now")
                .description("""
                        Also of files with errors, and of shipped strategies, which cannot be replaced. The header `ETag` has the file's
                        hash, for `If-Match` of the upload that saves it. A jar has no text: 409.""")
                .path("name", "e.g. MyCross")
                .query("file", Param.text(), "one of the answer's files; the strategy's own unless given")
                .answers(StrategyText.class)
                .handle(this::source);
        routes.post("/api/strategies/{name}/validate")
                .summary("Check a source or settings without storing them")
                .path("name", "of the class and its file")
                .query("file", Param.text(), FILE)
                .bodyOf("text/x-java-source")
                .answers(StrategyCheck.class)
                .handle(request -> files.check(request.path("name"), file(request), body(request)));
        routes.put("/api/strategies/{name}")
                .summary("Store a strategy's source or settings")
                .description("""
                        The body is the file: Java source (`Content-Type: text/x-java-source`), a script (`text/javascript`), a jar
                        (`application/java-archive`), settings (`application/yaml`) or, for a script, a configuration of the live bot
                        (`file=BOT_1.yaml`). It is checked first; what is wrong
                        is answered with 422 and stores nothing. `dry_run=true` only checks. With the header `If-Match: "HASH"` only a file
                        of this SHA-256 is replaced, with `If-None-Match: *` none: else 412.""")
                .path("name", "of the class and its file")
                .query("file", Param.text(), FILE)
                .query("dry_run", Param.flag().orElse(false), "check only; answers as validate does")
                .bodyOf("text/x-java-source")
                .answers(StrategyInfo.class)
                .handle(this::put);
        routes.delete("/api/strategies/{name}")
                .summary("Remove a strategy's file and its settings")
                .description("Results that it made stay, and so does the code that is kept with them.")
                .path("name", "e.g. MyCross")
                .query("file", Param.text(), "only this file, e.g. MyCross.yaml")
                .answers(204, null)
                .handle(request -> {
                    files.delete(request.path("name"), request.text("file"));
                    return Answer.noContent();
                });
    }

    private Object put(Request request) {
        String name = request.path("name");
        String file = file(request);
        if (request.flag("dry_run")) {
            return files.check(name, file, body(request));
        }
        Context context = request.context();
        boolean fresh = files.put(
                name,
                file,
                body(request),
                new Precondition(context.header("If-Match"), context.header("If-None-Match")));
        context.header("ETag", tag(StrategyFiles.hash(body(request))));
        StrategyInfo info = strategies.describe(name);
        return fresh ? Answer.created("/api/strategies/" + name, info) : info;
    }

    private String file(Request request) {
        return files.fileOf(
                request.path("name"), request.text("file"), request.context().contentType());
    }

    private Object source(Request request) {
        StrategyText text = texts.read(request.path("name"), request.text("file"));
        request.context().header("ETag", tag(text.hash()));
        return text;
    }

    private static String tag(String hash) {
        return '"' + hash + '"';
    }

    private static byte[] body(Request request) {
        byte[] body = request.context().bodyAsBytes();
        if (body.length == 0) {
            throw Problem.badRequest("Send the file as the body.");
        }
        return body;
    }

    private static StrategyTemplates template(Request request) {
        String name = request.text("name");
        String kind = request.text("kind");
        if (!StrategyTemplate.KINDS.contains(kind)) {
            String allowed = String.join(", ", StrategyTemplate.KINDS);
            throw Problem.badRequest("There are templates for the kinds " + allowed + ".")
                    .field("kind", kind, "allowed: " + allowed);
        }
        if (!StrategyTemplate.isName(name)) {
            throw Problem.badRequest(StrategyTemplate.NAMES).field("name", name, "no name for a class");
        }
        return new StrategyTemplates(
                name,
                kind,
                StrategyTemplate.files(name, kind).entrySet().stream()
                        .map(file -> new CodeFile(
                                file.getKey(),
                                file.getValue().getBytes(StandardCharsets.UTF_8).length,
                                file.getValue(),
                                null))
                        .toList());
    }
}
