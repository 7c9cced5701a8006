package futures.data.source;

import futures.data.store.Series;
import futures.data.store.SeriesTable;
import futures.kit.http.Problem;
import futures.model.ContinuousSymbol;
import futures.model.roll.RollRule;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Finds the bars that a symbol stands for. */
public final class BarSources {
    /**
     * Finest first; empty when nothing is known of the symbol.
     *
     * @throws Problem 404 or 422 when it names a continuous series that cannot be made
     */
    public List<BarSource> of(Connection connection, String symbol) throws SQLException {
        return of(connection, symbol, Optional.empty());
    }

    /** @param rule by which a continuous series is joined; empty: by the calendar that is kept */
    public List<BarSource> of(Connection connection, String symbol, Optional<RollRule> rule) throws SQLException {
        List<Series> stored = SeriesTable.of(connection, symbol);
        Optional<ContinuousSymbol> name = ContinuousSymbol.parse(symbol);
        if (stored.isEmpty() && name.isPresent()) {
            return ContinuousBars.of(connection, name.get(), symbol, rule);
        }
        if (rule.isPresent()) {
            throw Problem.badRequest("'" + symbol
                            + "' is no continuous series, and nothing in it is rolled; leave roll_rule out.")
                    .field("roll_rule", null, "only of a series such as ES.v.0");
        }
        if (stored.isEmpty() && symbol.matches("[^.]+\\.[A-Za-z]\\.[0-9]+(@.*)?")) {
            throw Problem.notFound(
                    "'" + symbol + "' names no continuous series: they are called ES.v.0, with v (volume), n"
                            + " (open interest) or c (dates) and 0 to 9, and @diff or @ratio behind it when adjusted.");
        }
        return stored.stream().<BarSource>map(StoredBars::new).toList();
    }
}
