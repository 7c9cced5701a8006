package futures.portfolio.report;

import futures.kit.http.Problem;
import futures.kit.sql.Sql;
import futures.model.SessionHours;
import futures.model.TradingCalendar;
import futures.portfolio.market.Market;
import futures.portfolio.market.Markets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The contracts of all symbols that a portfolio traded, asked for once each. */
final class TradedMarkets {
    private static final TradingCalendar ASSUMED = TradingCalendar.of(SessionHours.CME_GLOBEX);

    private final Map<String, Market> bySymbol = new TreeMap<>();
    private final Map<String, String> unknown = new LinkedHashMap<>();

    TradedMarkets(Markets markets, List<String> symbols) {
        for (String symbol : symbols) {
            try {
                bySymbol.put(symbol, markets.of(symbol));
            } catch (Problem e) {
                unknown.put(symbol, e.getMessage());
            }
        }
    }

    static List<String> symbols(Connection connection, long portfolio) throws SQLException {
        return Sql.list(
                connection,
                "SELECT symbol FROM holding WHERE portfolio_id = ? ORDER BY symbol",
                row -> row.getString(1),
                portfolio);
    }

    /** Null when it is not known. */
    Market of(String symbol) {
        return bySymbol.get(symbol);
    }

    /** The trading day of an instant: of its contract, or of most CME products when that is not known. */
    LocalDate day(String symbol, long epochMillis) {
        Market market = bySymbol.get(symbol);
        return (market == null ? ASSUMED : market.calendar()).tradingDay(epochMillis);
    }

    /** Why a contract is not known, by symbol. */
    Map<String, String> unknown() {
        return unknown;
    }
}
