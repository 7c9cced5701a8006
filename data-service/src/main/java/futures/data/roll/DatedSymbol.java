package futures.data.roll;

import futures.data.sample.SampleData;
import futures.data.store.Series;
import futures.data.store.SeriesTable;
import futures.model.FuturesContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A dated contract as it is named in the store: {@code ESZ24} of the root {@code ES}, and the made-up {@code ESZ24-SYNTH} of the root
 * {@code ES-SYNTH}, so that the two are never joined.
 */
public record DatedSymbol(String root, FuturesContract contract) {
    public static Optional<DatedSymbol> parse(String symbol) {
        String ending = endingOf(symbol);
        return FuturesContract.parse(symbol.substring(0, symbol.length() - ending.length()))
                .map(contract -> new DatedSymbol(contract.root() + ending, contract))
                .filter(dated -> dated.symbol().equals(symbol));
    }

    /** The product's symbol in a root. */
    public static String productOf(String root) {
        return root.substring(0, root.length() - endingOf(root).length());
    }

    private static String endingOf(String symbol) {
        return symbol.endsWith(SampleData.ENDING) ? SampleData.ENDING : "";
    }

    public String symbol() {
        return contract.symbol() + endingOf(root);
    }

    /** What is stored of the contracts of a root, by month; of each its series, finest first. */
    public static Map<DatedSymbol, List<Series>> stored(Connection connection, String root) throws SQLException {
        Map<DatedSymbol, List<Series>> stored = new TreeMap<>(
                Comparator.comparing((DatedSymbol dated) -> dated.contract().month()));
        for (Series series : SeriesTable.startingWith(connection, productOf(root))) {
            parse(series.symbol())
                    .filter(dated -> dated.root().equals(root))
                    .ifPresent(dated -> stored.computeIfAbsent(dated, none -> new ArrayList<>())
                            .add(series));
        }
        return stored;
    }
}
