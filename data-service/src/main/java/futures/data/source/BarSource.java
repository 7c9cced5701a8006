package futures.data.source;

import futures.data.store.BarRange;
import futures.data.store.BarStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Bars of one symbol and timeframe, as they are in one state of the store. */
public interface BarSource {
    BarHeader header();

    /** Which rolls its contracts are joined at: the revision of their calendar; empty for bars of one contract. */
    default Optional<String> rollsRevision() {
        return Optional.empty();
    }

    /** @param connection in the transaction in which the source was found */
    BarStream open(Connection connection, BarRange range) throws SQLException;
}
