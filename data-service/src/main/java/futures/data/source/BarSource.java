package futures.data.source;

import futures.data.store.BarRange;
import futures.data.store.BarStream;
import java.sql.Connection;
import java.sql.SQLException;

/** Bars of one symbol and timeframe, as they are in one state of the store. */
public interface BarSource {
    BarHeader header();

    /** @param connection in the transaction in which the source was found */
    BarStream open(Connection connection, BarRange range) throws SQLException;
}
