package futures.data.api;

import futures.data.roll.BuiltRolls;
import futures.data.roll.RollCalendars;
import futures.data.roll.SeriesKind;
import futures.kit.http.Problem;
import futures.kit.sql.SqlFunction;
import futures.wire.Channels;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps roll calendars, and tells others when their rolls change. */
final class KeptRolls {
    private final Store store;

    KeptRolls(Store store) {
        this.store = store;
    }

    /**
     * Brings the kept calendar up to date.
     *
     * @throws Problem 404 or 422 when it cannot be built
     */
    void refresh(String root, SeriesKind kind) {
        BuiltRolls current = store.database().snapshot(connection -> RollCalendars.current(connection, root, kind));
        if (current.builtAt() == 0) {
            keep(connection -> RollCalendars.current(connection, root, kind));
        }
    }

    /** Builds in the transaction that keeps it. */
    BuiltRolls keep(SqlFunction<Connection, BuiltRolls> build) {
        long now = store.clock().millis();
        boolean[] changed = new boolean[1];
        BuiltRolls built = store.database().write(connection -> {
            BuiltRolls made = build.apply(connection);
            changed[0] = RollCalendars.keep(connection, made, now);
            return made.kept(now);
        });
        if (changed[0]) {
            tell(built.plan().root(), built.plan().kind(), built.rolls().size());
        }
        return built;
    }

    /** @throws Problem 404 when there is none */
    void delete(String root, SeriesKind kind) {
        if (!store.database().write(connection -> RollCalendars.delete(connection, root, kind))) {
            throw Problem.notFound("No calendar " + kind.letter() + " of '" + root + "' is kept; see GET /api/rolls.");
        }
        tell(root, kind, 0);
    }

    private void tell(String root, SeriesKind kind, int rolls) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("symbol", root);
        data.put("series", kind.letter());
        data.put("rolls", rolls);
        String href = "/api/rolls/" + root + "?series=" + kind.letter();
        store.bus().publish(Channels.DATA_UPDATES, "rolls_changed", href, data);
    }
}
