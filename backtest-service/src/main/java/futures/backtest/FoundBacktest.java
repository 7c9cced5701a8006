package futures.backtest;

import futures.backtest.store.BacktestStore;
import futures.backtest.store.ResultPart;
import futures.backtest.store.StoredBacktest;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import java.io.InputStream;

/** The backtest that a path names. */
final class FoundBacktest {
    static final String ID = "as the request that began the backtest answered";

    private FoundBacktest() {}

    /** @throws Problem 404 */
    static StoredBacktest of(BacktestStore store, Request request) {
        return of(store, request.path("id"));
    }

    /** @throws Problem 404 */
    static StoredBacktest of(BacktestStore store, String id) {
        return store.find(id)
                .orElseThrow(
                        () -> Problem.notFound("There is no backtest '" + id + "'; GET /api/backtests lists them."));
    }

    /** @throws Problem 409 when it has no such part, because it has not ended or was made by an earlier version */
    static InputStream part(BacktestStore store, StoredBacktest found, ResultPart part) {
        return store.part(found.id(), part)
                .orElseThrow(() -> found.summary() == null
                        ? Problem.conflict("The backtest has no result: it is "
                                + found.state().text() + ".")
                        : byAnEarlierVersion());
    }

    static Problem byAnEarlierVersion() {
        return Problem.conflict("The backtest was made by an earlier version, which did not keep this; run it again.");
    }
}
