package futures.portfolio.ledger;

import futures.kit.http.Problem;
import futures.kit.sql.Database;
import futures.portfolio.market.Market;
import futures.portfolio.market.Markets;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Point values and commissions: what the order says, else the open position (its point value), else the contract as the data
 * service has it, else for the commission the settings. Each contract is asked for once.
 */
public final class TermsOf {
    private final Database database;
    private final Markets markets;
    private final BigDecimal standardCommission;
    private final long portfolio;
    private final Map<String, Market> known = new HashMap<>();
    private final Map<String, Problem> refused = new HashMap<>();
    private final Map<String, BigDecimal> held = new HashMap<>();

    public TermsOf(Database database, Markets markets, BigDecimal standardCommission, long portfolio) {
        this.database = database;
        this.markets = markets;
        this.standardCommission = standardCommission;
        this.portfolio = portfolio;
    }

    /**
     * @param pointValue null when the order does not say it
     * @param commission per contract; null when the order does not say it
     * @throws Problem 404 or 503 when the point value is not to be had
     */
    public Terms of(String symbol, BigDecimal pointValue, BigDecimal commission) {
        BigDecimal value = pointValue == null ? pointValue(symbol) : pointValue;
        if (commission != null) {
            return new Terms(value, commission, "order");
        }
        Market market = market(symbol);
        if (market == null) {
            return new Terms(value, standardCommission, "settings");
        }
        BigDecimal fees = market.exchangeFees() == null ? BigDecimal.ZERO : market.exchangeFees();
        return market.commission() == null
                ? new Terms(value, standardCommission.add(fees), "settings")
                : new Terms(value, market.commission().add(fees), "contract");
    }

    /** Asks for what will be needed, so that nobody has to wait for it while the store is held. */
    public void ask(List<String> symbols) {
        for (String symbol : symbols) {
            market(symbol);
            held(symbol);
        }
    }

    private BigDecimal held(String symbol) {
        if (!held.containsKey(symbol)) {
            List<Lot> lots = database.read(connection -> Lots.open(connection, portfolio, symbol));
            held.put(symbol, lots.isEmpty() ? null : lots.get(0).pointValue());
        }
        return held.get(symbol);
    }

    private BigDecimal pointValue(String symbol) {
        BigDecimal open = held(symbol);
        if (open != null) {
            return open;
        }
        Market market = market(symbol);
        if (market == null || !Decimals.isSmall(market.pointValue())) {
            throw explained(refused.get(symbol), symbol);
        }
        return market.pointValue();
    }

    /** Null when it is not to be had. */
    private Market market(String symbol) {
        if (!known.containsKey(symbol)) {
            try {
                known.put(symbol, markets.of(symbol));
            } catch (Problem e) {
                known.put(symbol, null);
                refused.put(symbol, e);
            }
        }
        return known.get(symbol);
    }

    private static Problem explained(Problem e, String symbol) {
        boolean unknown = e != null && e.status() == 404;
        return new Problem(
                        unknown ? 404 : 503,
                        unknown ? "Not found" : "Unavailable",
                        (e == null ? "The point value of " + symbol + " has too many digits." : e.getMessage())
                                + " Nothing was recorded. Or add the parameter point_value, the money that a"
                                + " move of 1.0 makes in one contract.")
                .field("symbol", symbol, "its point value is not known here");
    }
}
