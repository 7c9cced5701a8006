package futures.data.source;

import futures.data.store.BarCursor;
import futures.data.store.BarRange;
import futures.data.store.BarStream;
import futures.data.store.Series;
import java.sql.Connection;
import java.sql.SQLException;

/** A series as it is stored. */
record StoredBars(Series series) implements BarSource {
    @Override
    public BarHeader header() {
        return new BarHeader(
                series.symbol(),
                series.timeframe(),
                series.provenance(),
                series.id() + "." + series.revision(),
                series.bars());
    }

    @Override
    public BarStream open(Connection connection, BarRange range) throws SQLException {
        return new BarCursor(connection, series, range);
    }
}
