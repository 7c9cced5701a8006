package futures.data.contract;

import futures.kit.http.Problem;
import futures.kit.sql.Database;
import futures.kit.text.NearNames;
import futures.model.ContractSpec;
import futures.model.FuturesContract;
import futures.model.SessionHours;
import futures.model.TradingCalendar;
import futures.wire.data.ContractMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The contract specs of the store. */
public final class Contracts {
    private final Database database;
    private final Clock clock;

    public Contracts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Fills a store that has none; one that has some is left alone, whatever the file says now. */
    public void fillIfEmpty(List<ContractMessage> contracts) {
        database.write(connection -> {
            if (ContractTable.all(connection).isEmpty()) {
                for (ContractMessage contract : contracts) {
                    ContractTable.put(connection, contract, clock.millis());
                }
            }
            return null;
        });
    }

    public List<ContractMessage> all() {
        return database.read(ContractTable::all);
    }

    /** @throws Problem 404 with near names */
    public ContractMessage get(String symbol) {
        return database.read(connection -> ContractTable.find(connection, symbol))
                .orElseThrow(() -> {
                    List<String> known =
                            all().stream().map(ContractMessage::symbol).toList();
                    return Problem.notFound("There is no contract spec for '" + symbol + "'"
                            + (NearNames.of(symbol, known).isEmpty() ? "." : NearNames.hint(symbol, known)));
                });
    }

    /**
     * Makes or replaces a spec.
     *
     * @throws Problem 422 naming the field that breaks a rule
     */
    public ContractMessage put(String symbol, ContractMessage given) {
        if (given.symbol() != null && !given.symbol().equals(symbol)) {
            throw Problem.badRequest("The body is about " + given.symbol() + ", the address about " + symbol + ".")
                    .field("symbol", given.symbol(), "differs from the address");
        }
        ContractMessage complete;
        try {
            complete = ContractRules.complete(withSymbol(given, symbol));
        } catch (ContractRules.Violation e) {
            throw Problem.unprocessable(e.field() + " " + e.getMessage() + ".").field(e.field(), null, e.getMessage());
        }
        database.write(connection -> {
            ContractTable.put(connection, complete, clock.millis());
            return null;
        });
        return get(symbol);
    }

    private static ContractMessage withSymbol(ContractMessage given, String symbol) {
        return new ContractMessage(
                symbol,
                given.name(),
                given.exchange(),
                given.currency(),
                given.tickSize(),
                given.pointValue(),
                given.tickValue(),
                given.contractSize(),
                given.marginRequirement(),
                given.quote(),
                given.initialMargin(),
                given.maintenanceMargin(),
                given.marginDate(),
                given.marginSource(),
                given.margins(),
                given.commission(),
                given.exchangeFees(),
                given.feesDate(),
                given.feesSource(),
                given.months(),
                given.activeMonths(),
                given.timeZone(),
                given.lastTrade(),
                given.firstNotice(),
                given.calendar(),
                given.opens(),
                given.closes(),
                given.regularOpens(),
                given.regularCloses(),
                given.notes());
    }

    /** The product that a symbol trades by: itself, or that of {@code ESZ24}, {@code ES.v.0@ratio}, {@code ES-SYNTH}. */
    public Optional<String> productOf(String symbol) {
        String root = symbol.split("[.@-]", 2)[0];
        return database.read(connection -> {
            Optional<ContractMessage> found = ContractTable.find(connection, root);
            if (found.isEmpty()) {
                Optional<FuturesContract> dated = FuturesContract.parse(root);
                found = dated.isEmpty()
                        ? Optional.empty()
                        : ContractTable.find(connection, dated.get().root());
            }
            return found.map(ContractMessage::symbol);
        });
    }

    public Optional<ContractSpec> spec(String product) {
        return database.read(connection -> spec(connection, product));
    }

    /** In a transaction that is under way, whose thread must not ask for another one. */
    public static Optional<ContractMessage> find(Connection connection, String product) throws SQLException {
        return ContractTable.find(connection, product);
    }

    public static List<ContractMessage> all(Connection connection) throws SQLException {
        return ContractTable.all(connection);
    }

    public static Optional<ContractSpec> spec(Connection connection, String product) throws SQLException {
        return product == null
                ? Optional.empty()
                : ContractTable.find(connection, product).map(ContractRules::spec);
    }

    /** Trading days of a product; with the hours of most CME products when it is not known. */
    public TradingCalendar calendar(String product) {
        return calendar(spec(product));
    }

    public static TradingCalendar calendar(Optional<ContractSpec> spec) {
        return spec.map(ContractSpec::calendar).orElseGet(() -> TradingCalendar.of(SessionHours.CME_GLOBEX));
    }

    /** Hours of a product's trading day; those of most CME products when it is not known. */
    public SessionHours session(String product) {
        return spec(product).map(ContractSpec::session).orElse(SessionHours.CME_GLOBEX);
    }
}
