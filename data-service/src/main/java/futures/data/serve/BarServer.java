package futures.data.serve;

import futures.data.source.BarSource;
import futures.data.store.BarRange;
import futures.data.store.BarStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/** Streams a range of bars out of one committed state of the store, however long the client takes. */
public final class BarServer {
    private BarServer() {}

    /**
     * Writes a range.
     *
     * @param connection in the transaction in which the source was found
     * @param open       asked once the number of bars is known, chooses how to write
     */
    public static ServedBars serve(
            Connection connection,
            BarSource source,
            BarRange range,
            boolean newestFirst,
            Function<ServedBars, BarOutput> open)
            throws SQLException {
        try (BarStream stream = source.open(connection, range)) {
            ServedBars served = new ServedBars(source.header(), stream.count(), newestFirst);
            BarOutput output = open.apply(served);
            output.begin();
            if (newestFirst) {
                stream.forEachNewestFirst(output::bars);
            } else {
                stream.forEach(output::bars);
            }
            output.end();
            return served;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
