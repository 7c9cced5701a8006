package futures.portfolio.broker;

import futures.kit.ServiceContext;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.kit.sql.Database;
import futures.portfolio.ledger.Given;
import futures.portfolio.ledger.Notices;
import futures.portfolio.ledger.Portfolios;
import futures.portfolio.ledger.TermsOf;
import futures.portfolio.market.Markets;
import futures.wire.portfolio.BrokerBadRow;
import futures.wire.portfolio.BrokerImport;
import futures.wire.portfolio.BrokerRowShown;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** Exports of brokers into a portfolio. */
public final class ImportRoutes {
    private static final int SHOWN = 10;
    private static final int BAD_SHOWN = 20;

    private final ServiceContext context;
    private final Database database;
    private final Importer importer;
    private final Markets markets;
    private final Notices notices;

    public ImportRoutes(ServiceContext context, Database database) {
        this.context = context;
        this.database = database;
        this.importer = new Importer(database);
        this.markets = new Markets(context.client("data"));
        this.notices = new Notices(context.bus());
    }

    /** Adds it to the service's. */
    public void declare(Routes routes) {
        routes.post("/api/portfolio/{id}/import")
                .summary("Record the fills of a broker's export")
                .description("The file is the body (`text/csv`). What it is, its header says:"
                        + " executions of NinjaTrader, fills of Tradovate, trades of TopstepX. All rows are recorded or none;"
                        + " rows whose numbers are recorded already are passed over.")
                .path("id", "number of the portfolio")
                .bodyOf("text/csv")
                .query("dry_run", Param.flag().orElse(false), "only say what was understood and would be recorded")
                .query("dialect", Param.choice("ninjatrader", "tradovate", "topstepx"), "what it is; standard: found")
                .query(
                        "time_zone",
                        Param.text(),
                        "of times without offset, e.g. America/New_York; standard: time_zone" + " of the settings")
                .query("date_order", Param.choice("mdy", "dmy"), "of dates such as 5/8/2026; standard: found")
                .query("account", Param.text(), "only its rows; needed when the file has several")
                .query("strategy_name", Param.text(), "strategy that sent them")
                .answers(BrokerImport.class)
                .handle(this::imported);
    }

    private Object imported(Request request) {
        String portfolio = request.path("id");
        String strategy = request.text("strategy_name");
        Given.check("strategy_name", strategy, Given.text(strategy));
        long id = database.read(
                connection -> Portfolios.require(connection, portfolio).id());
        boolean dryRun = request.flag("dry_run");
        Understood file = BrokerFile.read(
                text(request),
                request.text("dialect"),
                zone(request),
                request.text("date_order"),
                request.text("account"));
        TermsOf terms = new TermsOf(database, markets, context.settings().decimal("defaults.commission"), id);
        terms.ask(file.rows().stream()
                .filter(BrokerRow.Fill.class::isInstance)
                .map(row -> ((BrokerRow.Fill) row).symbol())
                .distinct()
                .toList());
        Importer.Outcome outcome = importer.run(portfolio, file, terms, strategy, dryRun);
        if (!dryRun && outcome.refused()) {
            throw refused(outcome);
        }
        if (!dryRun && outcome.recorded() > 0) {
            notices.recorded(id, outcome.trades(), outcome.cash(), strategy);
        }
        return told(file, outcome, dryRun);
    }

    private static Problem refused(Importer.Outcome outcome) {
        if (outcome.bad().isEmpty()) {
            return Problem.unprocessable(outcome.refusal() + " Nothing was recorded.");
        }
        Problem problem = Problem.unprocessable(outcome.bad().size() + " of its rows cannot be taken; nothing was"
                + " recorded. Correct or remove them and send the file again.");
        for (BrokerBadRow row :
                outcome.bad().subList(0, Math.min(BAD_SHOWN, outcome.bad().size()))) {
            problem.field("line " + row.line(), row.text(), row.reason());
        }
        return problem;
    }

    private static BrokerImport told(Understood file, Importer.Outcome outcome, boolean dryRun) {
        List<BrokerRow> rows = file.rows();
        int fills = (int) rows.stream().filter(BrokerRow.Fill.class::isInstance).count();
        return new BrokerImport(
                dryRun,
                file.dialect().text(),
                String.valueOf(file.separator()),
                file.zone(),
                file.dateOrder(),
                file.columns(),
                file.account(),
                fills,
                rows.size() - fills,
                outcome.known(),
                outcome.recorded(),
                rows.isEmpty() ? null : rows.get(0).time(),
                rows.isEmpty() ? null : rows.get(rows.size() - 1).time(),
                rows.stream().limit(SHOWN).map(ImportRoutes::shown).toList(),
                outcome.bad().size(),
                outcome.bad().stream().limit(BAD_SHOWN).toList(),
                outcome.refusal(),
                file.notes(),
                outcome.trades(),
                outcome.commission(),
                outcome.cash(),
                outcome.positions());
    }

    private static BrokerRowShown shown(BrokerRow row) {
        if (row instanceof BrokerRow.Fill fill) {
            return new BrokerRowShown(
                    fill.line(),
                    fill.number(),
                    fill.symbol(),
                    fill.buy() ? "BUY" : "SELL",
                    fill.quantity(),
                    fill.time(),
                    fill.price(),
                    null,
                    null,
                    null,
                    fill.costs());
        }
        BrokerRow.Trip trip = (BrokerRow.Trip) row;
        return new BrokerRowShown(
                trip.line(),
                trip.number(),
                trip.symbol(),
                trip.isLong() ? "LONG" : "SHORT",
                trip.quantity(),
                trip.entryTime(),
                trip.entryPrice(),
                trip.exitTime(),
                trip.exitPrice(),
                trip.gross(),
                trip.costs());
    }

    private ZoneId zone(Request request) {
        String name = request.text("time_zone");
        if (name == null) {
            return context.settings().zone("time_zone");
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Problem.badRequest("'time_zone' must be the name of a time zone such as America/New_York.")
                    .field("time_zone", name, "unknown");
        }
    }

    /** UTF-8, or Latin-1 where it is not. */
    private static String text(Request request) {
        byte[] bytes = request.context().bodyAsBytes();
        if (bytes.length == 0) {
            throw Problem.badRequest("Send the file as the body, e.g. with curl --data-binary @Fills.csv.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
