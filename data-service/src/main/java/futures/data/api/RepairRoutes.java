package futures.data.api;

import futures.data.quality.MadeRepairs;
import futures.data.quality.Repairs;
import futures.data.store.Series;
import futures.data.store.SeriesTable;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.model.ContractSpec;
import futures.wire.data.AppliedRepairs;
import futures.wire.data.RepairAnswer;
import futures.wire.data.RepairList;
import futures.wire.data.RepairRequest;
import futures.wire.data.UndoRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Repairs of stored bars: proposed, made when asked for, recorded, taken back. */
public final class RepairRoutes {
    private static final List<String> KINDS =
            List.of("broken_bars", "prices_not_above_zero", "spikes", "off_tick_prices", "closed_bars", "stale_bars");
    private static final String PATH = "/api/data/{symbol}/repairs";

    private final Store store;

    public RepairRoutes(Store store) {
        this.store = store;
    }

    public void mount(Routes routes) {
        BarChoice.declare(routes.get(PATH))
                .summary("Repairs that could be made, with the bars before and after")
                .description(
                        "Nothing is changed, and bars that are missing are never made up. `kinds` counts all of the"
                                + " range; `proposals` is a page of them, oldest bar first. `remedies` name what no repair mends, such as a file"
                                + " that was imported with another time zone than it has.")
                .query("kind", Param.choice(KINDS.toArray(String[]::new)), "only this kind")
                .query("limit", Param.integer(1, 1000).orElse(100), "proposals of a page")
                .query("cursor", Param.integer(0, Long.MAX_VALUE), "from the page before")
                .answers(RepairList.class)
                .handle(this::list);
        BarChoice.declare(routes.post(PATH))
                .summary("Make repairs")
                .description(
                        "`apply` names proposals by id, `kinds` takes all of some kinds; give the range that they were"
                                + " proposed for. All or nothing: when one is no longer proposed the answer is 409 and nothing is"
                                + " changed.")
                .body(RepairRequest.class)
                .answers(RepairAnswer.class)
                .handle(this::apply);
        BarChoice.declare(routes.get(PATH + "/applied"))
                .summary("Repairs that were made, the newest first")
                .query("limit", Param.integer(1, 1000).orElse(100), "repairs of a page")
                .query("cursor", Param.integer(1, Long.MAX_VALUE), "from the page before")
                .answers(AppliedRepairs.class)
                .handle(this::applied);
        BarChoice.declare(routes.post(PATH + "/undo"))
                .summary("Take repairs back")
                .description(
                        "`ids` as `applied` lists them, or `all`. The bars are then exactly what they were; when one has"
                                + " been changed since, the answer is 409 and nothing is undone.")
                .body(UndoRequest.class)
                .answers(RepairAnswer.class)
                .handle(this::undo);
    }

    private Object list(Request request) {
        long cursor = request.has("cursor") ? request.number("cursor") : Long.MIN_VALUE;
        return store.database()
                .snapshot(connection -> repairs(connection, request)
                        .list(connection, request.text("kind"), cursor, request.integer("limit")));
    }

    private Object apply(Request request) {
        RepairRequest wanted = request.body(RepairRequest.class);
        if ((wanted.apply() == null) == (wanted.kinds() == null)) {
            throw Problem.badRequest("Say which repairs: either 'apply' with ids of proposals, or 'kinds'.")
                    .field("apply", wanted.apply(), "one of apply and kinds");
        }
        for (String kind : wanted.kinds() == null ? List.<String>of() : wanted.kinds()) {
            if (kind == null || !KINDS.contains(kind)) {
                throw Problem.badRequest("'kinds' must be some of " + KINDS + ", found '" + kind + "'.")
                        .field("kinds", kind, "no kind of repair");
            }
        }
        RepairAnswer answer = store.database()
                .write(connection -> repairs(connection, request)
                        .apply(
                                connection,
                                wanted.apply(),
                                wanted.kinds(),
                                store.clock().millis()));
        tell("bars_repaired", answer);
        return answer;
    }

    private Object applied(Request request) {
        long below = request.has("cursor") ? request.number("cursor") : Long.MAX_VALUE;
        return store.database()
                .snapshot(connection ->
                        MadeRepairs.list(connection, series(connection, request), below, request.integer("limit")));
    }

    private Object undo(Request request) {
        UndoRequest wanted = request.body(UndoRequest.class);
        if ((wanted.ids() == null) != wanted.all()) {
            throw Problem.badRequest(
                            "Say which repairs: either 'ids' as GET /api/data/{symbol}/repairs/applied lists them, or 'all': true.")
                    .field("ids", wanted.ids(), "one of ids and all");
        }
        if (wanted.ids() != null && wanted.ids().contains(null)) {
            throw Problem.badRequest("'ids' must be numbers.").field("ids", null, "no number");
        }
        RepairAnswer answer = store.database()
                .write(connection -> MadeRepairs.undo(
                        connection,
                        series(connection, request),
                        wanted.ids(),
                        store.clock().millis()));
        tell("repairs_undone", answer);
        return answer;
    }

    private void tell(String type, RepairAnswer answer) {
        if (answer.bars() > 0) {
            store.tellUpdate(type, answer.symbol(), answer.timeframe(), answer.bars());
        }
    }

    private Repairs repairs(Connection connection, Request request) throws SQLException {
        BarChoice choice = BarChoice.of(connection, store, request);
        return new Repairs(
                series(connection, choice),
                choice.source(),
                choice.newest(Long.MAX_VALUE),
                choice.calendar(),
                choice.spec().map(ContractSpec::ticks).orElse(null));
    }

    private Series series(Connection connection, Request request) throws SQLException {
        return series(connection, BarChoice.of(connection, store, request));
    }

    /** Bars that are made of others have their faults from there. */
    private static Series series(Connection connection, BarChoice choice) throws SQLException {
        String symbol = choice.source().header().symbol();
        return SeriesTable.find(connection, symbol, choice.source().header().timeframe())
                .orElseThrow(() -> Problem.unprocessable("The "
                                + choice.source().header().timeframe() + " bars of '" + symbol
                                + "' are made from stored ones; repair those.")
                        .field("timeframe", choice.source().header().timeframe(), "not stored"));
    }
}
