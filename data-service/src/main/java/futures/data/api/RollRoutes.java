package futures.data.api;

import futures.data.roll.BuiltRolls;
import futures.data.roll.RollCalendars;
import futures.data.roll.RollPlan;
import futures.data.roll.SeriesKind;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.model.Roll;
import futures.model.Timeframe;
import futures.wire.data.RollsAnswer;
import futures.wire.data.RollsAnswer.Calendar;
import futures.wire.data.RollsUpload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Roll calendars: built by rule, edited, exported. */
public final class RollRoutes {
    private static final String PATH = "/api/rolls/{root}";
    private static final String ROOT = "product, e.g. ES; ES-SYNTH for made-up contracts";
    private static final String REVISION = "X-Rolls-Revision";

    private final Store store;
    private final KeptRolls kept;

    public RollRoutes(Store store) {
        this.store = store;
        this.kept = new KeptRolls(store);
    }

    public void mount(Routes routes) {
        routes.get("/api/rolls")
                .summary("All roll calendars that are kept")
                .answers(RollsAnswer.class)
                .handle(request -> new RollsAnswer(store.database()
                        .snapshot(connection -> RollMessages.of(connection, RollCalendars.kept(connection)))));
        routes.get(PATH)
                .summary("The roll calendars of a product")
                .description(
                        "Those that are kept, or the one of `series`, brought up to date and built by its usual rule when"
                                + " there is none. `revision`, also in the header `X-Rolls-Revision`, is that of `GET"
                                + " /api/data/ES.v.0`: the same revision means the same rolls. `format=csv` needs `series`.")
                .path("root", ROOT)
                .query("series", Param.choice("v", "n", "c"), "v: by volume, n: by open interest, c: by dates")
                .query("rule", RuleParameters.rules(), "in place of `series`: built by this rule, and not kept")
                .query("days", RuleParameters.days(), "of the rule")
                .query("position", Param.integer(0, 9).orElse(0), "0: of the front contract, 1: of the one behind it")
                .query("format", Param.choice("json", "csv").orElse("json"), "how to write them")
                .answers(RollsAnswer.class)
                .handle(this::get);
        routes.post("/api/rolls/{root}/build")
                .summary("Build a roll calendar by a rule, in place of the one that is kept")
                .description(
                        "`volume` becomes the series `v`, `open_interest` `n`, the others `c`. The warnings say what to look"
                                + " at. A calendar by rule follows new bars and months by itself.")
                .path("root", ROOT)
                .query("rule", RuleParameters.rules().required(), "when the next contract takes over")
                .query(
                        "days",
                        RuleParameters.days(),
                        "trading days before expiry (5) or before first notice (1), or day of the month")
                .query("months", Param.text(), "month codes of the contracts to join, e.g. HMUZ; the active ones else")
                .query("timeframe", Param.text(), "of the bars that decide and price; the one most contracts have else")
                .query("dry_run", Param.flag().orElse(false), "build and keep nothing")
                .answers(Calendar.class)
                .handle(this::build);
        routes.put(PATH)
                .summary("Set the rolls of a series")
                .description(
                        "As JSON, `{\"rolls\": [{\"time\", \"from\", \"to\", \"old_price\", \"new_price\"}]}` with the"
                                + " fields of the answer, or as `text/csv` as exported. They stay as they are; with `go_on=true` the"
                                + " rule goes on behind the last of them. Prices other than the bars' are kept and warned of.")
                .path("root", ROOT)
                .query("series", Param.choice("v", "n", "c").required(), "which calendar")
                .query("go_on", Param.flag().orElse(false), "whether the rule goes on behind the last roll")
                .body(RollsUpload.class)
                .answers(Calendar.class)
                .handle(this::put);
        routes.delete(PATH)
                .summary("Forget a roll calendar, edited rolls included")
                .description("It is built again by its usual rule when somebody asks for it.")
                .path("root", ROOT)
                .query("series", Param.choice("v", "n", "c").required(), "which calendar")
                .answers(RollsAnswer.class)
                .handle(this::delete);
    }

    private Object get(Request request) {
        String root = request.path("root");
        if (!request.has("series") && !request.has("rule")) {
            if (request.text("format").equals("csv")) {
                throw Problem.badRequest("Add series= to say which calendar to export.")
                        .field("series", null, "missing");
            }
            return new RollsAnswer(store.database().snapshot(connection -> {
                RollCalendars.check(connection, root);
                return RollMessages.of(connection, RollCalendars.kept(connection, root));
            }));
        }
        Calendar calendar = request.has("rule") ? byRule(request, root) : byKind(request, root);
        request.context().header(REVISION, calendar.revision());
        if (request.text("format").equals("csv")) {
            request.context().contentType("text/csv; charset=utf-8").result(RollLines.write(calendar.rolls()));
            return null;
        }
        return new RollsAnswer(List.of(calendar));
    }

    private Calendar byKind(Request request, String root) {
        SeriesKind kind = kind(request);
        kept.refresh(root, kind);
        return store.database()
                .snapshot(connection -> RollMessages.of(
                        connection, RollCalendars.current(connection, root, kind), request.integer("position")));
    }

    private Calendar byRule(Request request, String root) {
        if (request.has("series")) {
            throw Problem.badRequest("Ask for the calendar of a 'series' or for one by a 'rule', not for both.")
                    .field("series", request.text("series"), "not beside rule");
        }
        RollPlan plan = RollPlan.byRule(root, RuleParameters.rule(request, "rule", "days"), null, null);
        return store.database()
                .snapshot(connection -> RollMessages.of(
                        connection, RollCalendars.build(connection, plan), request.integer("position")));
    }

    private Calendar message(BuiltRolls built) {
        return store.database().snapshot(connection -> RollMessages.of(connection, built));
    }

    private Object build(Request request) {
        RollPlan plan = RollPlan.byRule(
                request.path("root"),
                RuleParameters.rule(request, "rule", "days"),
                months(request),
                request.has("timeframe") ? timeframe(request) : null);
        BuiltRolls built = store.database().snapshot(connection -> RollCalendars.build(connection, plan));
        return message(
                request.flag("dry_run") ? built : kept.keep(connection -> RollCalendars.build(connection, plan)));
    }

    private static String months(Request request) {
        String months = request.text("months");
        if (months != null && !months.matches("[FGHJKMNQUVXZ]{1,12}")) {
            throw Problem.badRequest("'months' must be month codes out of FGHJKMNQUVXZ, such as HMUZ.")
                    .field("months", months, "no month codes");
        }
        return months;
    }

    private static Timeframe timeframe(Request request) {
        Timeframe timeframe = BarChoice.timeframe(request);
        if (timeframe.compareTo(Timeframe.DAY) > 0) {
            throw Problem.unprocessable("Rolls are built by trading days and need bars of a day or less.")
                    .field("timeframe", timeframe, "longer than a day");
        }
        return timeframe;
    }

    private Object put(Request request) {
        String type = request.context().contentType();
        List<Roll> rolls = type != null && type.startsWith("text/csv")
                ? RollLines.read(new String(request.context().bodyAsBytes(), StandardCharsets.UTF_8))
                : rolls(request.body(RollsUpload.class));
        SeriesKind kind = kind(request);
        boolean goesOn = request.flag("go_on");
        String root = request.path("root");
        return message(kept.keep(connection -> RollCalendars.edited(connection, root, kind, rolls, goesOn)));
    }

    private static List<Roll> rolls(RollsUpload upload) {
        List<Roll> rolls = new ArrayList<>();
        List<RollsAnswer.RollRow> rows = upload.rolls() == null ? List.of() : upload.rolls();
        for (int i = 0; i < rows.size(); i++) {
            RollsAnswer.RollRow row = rows.get(i);
            if (row == null
                    || row.time() == null
                    || row.from() == null
                    || row.to() == null
                    || row.oldPrice() == null
                    || row.newPrice() == null) {
                throw Problem.badRequest("A roll needs time, from, to, old_price and new_price.")
                        .field("rolls[" + i + "]", null, "incomplete");
            }
            rolls.add(RollLines.roll(
                    "rolls[" + i + "]", row.time(), row.from(), row.to(), row.oldPrice(), row.newPrice()));
        }
        return rolls;
    }

    private Object delete(Request request) {
        String root = request.path("root");
        kept.delete(root, kind(request));
        return new RollsAnswer(store.database()
                .snapshot(connection -> RollMessages.of(connection, RollCalendars.kept(connection, root))));
    }

    private static SeriesKind kind(Request request) {
        return SeriesKind.of(request.text("series")).orElseThrow();
    }
}
