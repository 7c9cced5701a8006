package futures.data.roll;

import futures.data.contract.Contracts;
import futures.data.store.OpenInterestTable;
import futures.data.store.Series;
import futures.wire.data.ContractMessage;
import futures.wire.data.SeriesList;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The continuous series that can be asked for: what the stored contracts lack for one is looked up, no calendar is built. */
public final class ContinuousNames {
    private ContinuousNames() {}

    /** By root. */
    public static List<SeriesList.Continuous> of(Connection connection, List<Series> stored) throws SQLException {
        TreeSet<String> roots = new TreeSet<>();
        stored.forEach(series ->
                DatedSymbol.parse(series.symbol()).map(DatedSymbol::root).ifPresent(roots::add));
        List<SeriesList.Continuous> continuous = new ArrayList<>();
        for (String root : roots) {
            Optional<ContractMessage> product = Contracts.find(connection, DatedSymbol.productOf(root));
            if (product.isPresent()) {
                List<String> contracts = DatedSymbol.stored(connection, root).keySet().stream()
                        .map(DatedSymbol::symbol)
                        .toList();
                List<String> names = new ArrayList<>();
                for (SeriesKind kind : SeriesKind.values()) {
                    if (canBeMade(connection, kind, product.get(), contracts)) {
                        names.add(root + "." + kind.letter() + ".0");
                    }
                }
                continuous.add(new SeriesList.Continuous(root, contracts, names));
            }
        }
        return continuous;
    }

    private static boolean canBeMade(
            Connection connection, SeriesKind kind, ContractMessage product, List<String> contracts)
            throws SQLException {
        if (product.lastTrade() == null) {
            return false;
        }
        if (kind != SeriesKind.N) {
            return true;
        }
        for (String contract : contracts) {
            if (OpenInterestTable.has(connection, contract)) {
                return true;
            }
        }
        return false;
    }
}
