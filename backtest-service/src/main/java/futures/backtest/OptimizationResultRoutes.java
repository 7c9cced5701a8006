package futures.backtest;

import futures.backtest.optimize.Fronts;
import futures.backtest.optimize.Leaders;
import futures.backtest.optimize.RowAnswers;
import futures.backtest.optimize.SettingsWriter;
import futures.backtest.optimize.Surfaces;
import futures.backtest.serve.OptimizationTable;
import futures.backtest.store.OptimizationStore;
import futures.backtest.store.SearchedRow;
import futures.backtest.store.SearchedRowStore;
import futures.backtest.strategy.StrategyFiles;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.wire.backtest.AppliedParameters;
import futures.wire.backtest.Leaderboard;
import futures.wire.backtest.OptimizationRow;
import futures.wire.backtest.OptimizationRows;
import futures.wire.backtest.OptimizationState;
import futures.wire.backtest.ParetoFront;
import futures.wire.backtest.Surface;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** What came of an optimization, also while it goes on. */
final class OptimizationResultRoutes {
    private static final String PATH = OptimizationRoutes.PATH + "/{id}";
    private static final String ID = OptimizationRoutes.ID;

    private final OptimizationStore store;
    private final SearchedRowStore rows;
    private final SettingsWriter settings;

    OptimizationResultRoutes(OptimizationStore store, SearchedRowStore rows, StrategyFiles files) {
        this.store = store;
        this.rows = rows;
        this.settings = new SettingsWriter(files);
    }

    void declare(Routes routes) {
        routes.get(PATH + "/rows")
                .summary("A page of what came of the combinations")
                .path("id", ID)
                .query("state", Param.choice("done", "refused", "failed", "stopped"), "")
                .query("feasible", Param.flag(), "whether the constraints are met")
                .query(
                        "sort",
                        Param.choice(rows.sorts().toArray(String[]::new)).orElse("number"),
                        "undefined ones come last")
                .query("order", Param.choice("asc", "desc").orElse("asc"), "")
                .query("limit", Param.integer(1, 1000).orElse(100), "rows of a page")
                .query("offset", Param.integer(0, 10_000_000).orElse(0), "rows before it")
                .answers(OptimizationRows.class)
                .handle(this::page);
        routes.get(PATH + "/export")
                .summary("What came of all combinations, by number")
                .description("CSV has a column for each parameter and figure.")
                .path("id", ID)
                .query("format", Param.choice("csv", "json").orElse("csv"), "")
                .answers(OptimizationRow.class)
                .handle(this::export);
        routes.get(PATH + "/leaderboard")
                .summary("The best combinations that meet the constraints, and how their neighbours do")
                .path("id", ID)
                .query("limit", Param.integer(1, 100).orElse(20), "")
                .answers(Leaderboard.class)
                .handle(request -> {
                    OptimizationState found = find(request);
                    return new Leaders(rows).of(found.id(), found.order(), request.integer("limit"));
                });
        routes.get(PATH + "/surface")
                .summary("A figure over the values of one or two parameters")
                .path("id", ID)
                .query("x", Param.text().required(), "a parameter")
                .query("y", Param.text(), "another; without it, along the first")
                .query("figure", Param.text().orElse("score"), "score or a metric of the rows")
                .query(
                        "reduce",
                        Param.choice("best", "mean", "count").orElse("best"),
                        "of the combinations with the same values: the figure of the one with the best score, the mean, their number")
                .answers(Surface.class)
                .handle(request -> {
                    OptimizationState found = find(request);
                    return new Surfaces(rows)
                            .of(
                                    found.id(),
                                    found.order(),
                                    request.text("x"),
                                    request.text("y"),
                                    request.text("figure"),
                                    request.text("reduce"));
                });
        routes.get(PATH + "/pareto")
                .summary("Combinations that no other beats in every objective")
                .path("id", ID)
                .query("metrics", Param.text(), "two or more, with commas; those of the objective unless given")
                .answers(ParetoFront.class)
                .handle(request -> {
                    OptimizationState found = find(request);
                    List<String> metrics = request.optional("metrics")
                            .map(text -> Arrays.asList(text.split(",")))
                            .orElse(List.of());
                    return new Fronts(rows).of(found.id(), found.order(), metrics);
                });
        routes.post(PATH + "/apply")
                .summary("Make a combination's parameters the strategy's settings")
                .description(
                        "Writes NAME.yaml in the strategies directory. One that is there is replaced only with `overwrite=true`, and a"
                                + " copy of it stays beside it.")
                .path("id", ID)
                .query("number", Param.integer(0, Integer.MAX_VALUE).required(), "of the row")
                .query("overwrite", Param.flag().orElse(false), "")
                .answers(AppliedParameters.class)
                .handle(this::apply);
    }

    private OptimizationState find(Request request) {
        return OptimizationRoutes.find(store, request.path("id"));
    }

    private Object page(Request request) {
        OptimizationState found = find(request);
        SearchedRowStore.Page page = new SearchedRowStore.Page(
                request.text("state"),
                request.has("feasible") ? (Boolean) request.flag("feasible") : null,
                request.text("sort"),
                request.text("order").equals("desc"),
                request.integer("limit"),
                request.integer("offset"));
        RowAnswers answers = new RowAnswers(found.order());
        return new OptimizationRows(
                rows.page(found.id(), page).stream().map(answers::of).toList(),
                rows.count(found.id(), page),
                page.offset());
    }

    private Object export(Request request) throws IOException {
        OptimizationState found = find(request);
        RowAnswers answers = new RowAnswers(found.order());
        OptimizationTable.Rows all = to -> rows.each(found.id(), row -> to.accept(answers.of(row)));
        if (request.text("format").equals("csv")) {
            OptimizationTable.csv(request.context(), all, found.order().spaces().keySet());
        } else {
            OptimizationTable.json(request.context(), all);
        }
        return null;
    }

    private Object apply(Request request) {
        OptimizationState found = find(request);
        int number = request.integer("number");
        SearchedRow row = rows.find(found.id(), number)
                .orElseThrow(() -> Problem.notFound("The optimization has no row " + number + "."));
        return settings.write(
                found.id(), found.order(), new RowAnswers(found.order()).of(row), request.flag("overwrite"));
    }
}
