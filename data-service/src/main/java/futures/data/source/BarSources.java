package futures.data.source;

import futures.data.store.SeriesTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Finds the bars that a symbol stands for. */
public final class BarSources {
    /** Finest first; empty when nothing is known of the symbol. */
    public List<BarSource> of(Connection connection, String symbol) throws SQLException {
        return SeriesTable.of(connection, symbol).stream()
                .<BarSource>map(StoredBars::new)
                .toList();
    }
}
