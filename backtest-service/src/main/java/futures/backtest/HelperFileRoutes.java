package futures.backtest;

import futures.backtest.strategy.HelperFiles;
import futures.backtest.strategy.Precondition;
import futures.kit.http.Answer;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.wire.backtest.HelperFile;
import io.javalin.http.Context;

/** Stores and removes what scripts require: helpers, packages, files of a folder that is a strategy. */
final class HelperFileRoutes {
    private static final String PATH = "/api/strategy-files";
    private static final String HELP =
            "in the strategies directory, e.g. helpers/levels.js or node_modules/levels/package.json";

    private final HelperFiles files;

    HelperFileRoutes(HelperFiles files) {
        this.files = files;
    }

    void declare(Routes routes) {
        routes.put(PATH)
                .summary("Store a file that scripts require")
                .description("""
                        The body is the file: JavaScript or JSON of at most 5 MB. Folders on its way are made. Strategies that
                        require it are looked at anew; a strategy itself has its own route. `If-Match` and `If-None-Match` as there.""")
                .query("path", Param.text().required(), HELP)
                .bodyOf("text/javascript")
                .answers(HelperFile.class)
                .handle(this::put);
        routes.delete(PATH)
                .summary("Remove a file that scripts require")
                .description("Folders that are empty then are removed too.")
                .query("path", Param.text().required(), HELP)
                .answers(204, null)
                .handle(request -> {
                    files.delete(request.text("path"));
                    return Answer.noContent();
                });
    }

    private Object put(Request request) {
        Context context = request.context();
        byte[] body = context.bodyAsBytes();
        if (body.length == 0) {
            throw Problem.badRequest("Send the file as the body.");
        }
        HelperFiles.Stored stored = files.put(
                request.text("path"),
                body,
                new Precondition(context.header("If-Match"), context.header("If-None-Match")));
        context.header("ETag", '"' + stored.file().hash() + '"');
        return stored.fresh() ? new Answer(201, null, stored.file()) : stored.file();
    }
}
