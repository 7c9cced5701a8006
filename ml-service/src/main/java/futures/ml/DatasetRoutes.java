package futures.ml;

import futures.kit.http.Answer;
import futures.kit.http.Param;
import futures.kit.http.Routes;
import futures.ml.dataset.DatasetKeeper;
import futures.wire.ml.DatasetAnswer;
import futures.wire.ml.DatasetList;
import futures.wire.ml.DatasetOrder;

/** Datasets: made, listed, described. */
final class DatasetRoutes {
    private static final int MOST_LISTED = 200;

    private final DatasetKeeper keeper;

    DatasetRoutes(DatasetKeeper keeper) {
        this.keeper = keeper;
    }

    void declare(Routes routes) {
        routes.post("/api/ml/datasets")
                .summary("Make a dataset of bars, features and labels")
                .description(
                        "Waits until it is made. Rows whose label ends beyond the data, or whose features have no value yet, are left"
                                + " out and counted. The hash names it in a training.")
                .body(DatasetOrder.class)
                .answers(201, DatasetAnswer.class)
                .handle(request -> {
                    DatasetAnswer answer =
                            keeper.make(request.body(DatasetOrder.class)).about();
                    return Answer.created("/api/ml/datasets/" + answer.hash(), answer);
                });
        routes.get("/api/ml/datasets")
                .summary("Datasets that were made, the newest first")
                .query("limit", Param.integer(1, MOST_LISTED).orElse(50), "at most so many")
                .answers(DatasetList.class)
                .handle(request -> new DatasetList(keeper.newest(request.integer("limit"))));
        routes.get("/api/ml/datasets/{hash}")
                .summary("What a dataset was made of")
                .path("hash", "as POST /api/ml/datasets answered")
                .answers(DatasetAnswer.class)
                .handle(request -> keeper.about(request.path("hash")));
    }
}
