package futures.risk.alert;

import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.wire.risk.Alert;
import futures.wire.risk.AlertPage;

/** Shows alerts, and lets people say that they have seen one. */
public final class AlertRoutes {
    private static final int LONGEST_NOTE = 500;
    private static final String ID = "number of the alert";

    private final AlertStore store;

    public AlertRoutes(AlertStore store) {
        this.store = store;
    }

    public void declare(Routes routes) {
        routes.get("/api/risk/alerts")
                .summary("Limits that were passed, newest first")
                .query("subject", Param.choice("portfolio", "backtest"), "only of these")
                .query("subject_id", Param.text(), "only of the one with this id")
                .query("acknowledged", Param.flag(), "only those that somebody has seen, or not")
                .query("limit", Param.integer(1, 1000).orElse(50), "alerts of one answer")
                .query("cursor", Param.integer(1, Long.MAX_VALUE), "of the page before")
                .answers(AlertPage.class)
                .handle(request -> store.page(new AlertStore.Filter(
                        request.text("subject"),
                        request.text("subject_id"),
                        request.has("acknowledged") ? request.flag("acknowledged") : null,
                        request.integer("limit"),
                        request.number("cursor"))));
        routes.get("/api/risk/alerts/{id}")
                .summary("One alert")
                .path("id", ID)
                .answers(Alert.class)
                .handle(request -> store.require(id(request)));
        routes.post("/api/risk/alerts/{id}/acknowledge")
                .summary("Say that an alert was seen; what was said first stays")
                .path("id", ID)
                .query("note", Param.text(), "one line of " + LONGEST_NOTE + " characters at most")
                .answers(Alert.class)
                .handle(this::acknowledge);
    }

    private Object acknowledge(Request request) {
        String note = request.text("note");
        if (note != null && (note.length() > LONGEST_NOTE || note.chars().anyMatch(Character::isISOControl))) {
            throw Problem.badRequest("'note' must be one line of at most " + LONGEST_NOTE + " characters.")
                    .field("note", note, "must be one line of at most " + LONGEST_NOTE + " characters");
        }
        return store.acknowledge(id(request), note);
    }

    private static long id(Request request) {
        String text = request.path("id");
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.notFound("There is no alert '" + text + "'; GET /api/risk/alerts lists them.");
        }
        return Long.parseLong(text);
    }
}
