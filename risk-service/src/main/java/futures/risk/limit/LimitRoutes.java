package futures.risk.limit;

import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.wire.risk.LimitHistory;
import futures.wire.risk.Limits;
import futures.wire.risk.LimitsUpload;

/** Shows and sets the limits. */
public final class LimitRoutes {
    private final LimitStore store;
    private final Runnable changed;

    /** @param changed called when other limits hold than before */
    public LimitRoutes(LimitStore store, Runnable changed) {
        this.store = store;
        this.changed = changed;
    }

    public void declare(Routes routes) {
        routes.get("/api/risk/limits")
                .summary("The limits, with their revision, which is the ETag too")
                .query(
                        "revision",
                        Param.integer(0, Long.MAX_VALUE),
                        "as they were at this one; the newest unless given")
                .answers(Limits.class)
                .handle(request -> tagged(
                        request, request.has("revision") ? store.at(request.number("revision")) : store.current()));
        routes.put("/api/risk/limits")
                .summary("Set all limits, in place of those that are there")
                .description(
                        "Say by `If-Match` or `revision` which revision you read: when the limits were changed since,"
                                + " nothing is changed (412). Portfolios and backtests that are known are checked at once.")
                .body(LimitsUpload.class)
                .answers(Limits.class)
                .handle(this::replace);
        routes.get("/api/risk/limits/history")
                .summary("Every set of limits that was in force, newest first")
                .query("limit", Param.integer(1, 1000).orElse(20), "revisions of one answer")
                .query("cursor", Param.integer(1, Long.MAX_VALUE), "of the page before")
                .answers(LimitHistory.class)
                .handle(request -> store.history(request.integer("limit"), request.number("cursor")));
    }

    private Object replace(Request request) {
        LimitsUpload upload = request.body(LimitsUpload.class);
        long read = revision(request.context().header("If-Match"), upload.revision());
        long before = store.inForce().revision();
        Limits set = store.replace(LimitRows.parse(upload.limits()), read);
        if (set.revision() != before) {
            changed.run();
        }
        return tagged(request, set);
    }

    private static long revision(String header, Long field) {
        if (header == null && field == null) {
            throw new Problem(
                            428,
                            "Precondition required",
                            "Say which revision of the limits you read, as the header If-Match or the field 'revision';"
                                    + " it is 0 before any were set.")
                    .field("revision", null, "missing");
        }
        if (header == null) {
            return field;
        }
        String bare = header.strip().replaceAll("^\"|\"$", "");
        if (!bare.matches("[0-9]{1,18}") || (field != null && field != Long.parseLong(bare))) {
            throw Problem.badRequest(
                            "If-Match must be the revision of the limits that you read, such as \"3\", and equal"
                                    + " 'revision' when both are given.")
                    .field("If-Match", header, "not a revision, or another than the field");
        }
        return Long.parseLong(bare);
    }

    private static Limits tagged(Request request, Limits limits) {
        request.context().header("ETag", "\"" + limits.revision() + "\"");
        return limits;
    }
}
