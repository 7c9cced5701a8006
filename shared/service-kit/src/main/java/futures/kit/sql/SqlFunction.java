package futures.kit.sql;

import java.sql.SQLException;

/** Work on a connection. */
@FunctionalInterface
public interface SqlFunction<T, R> {
    R apply(T connection) throws SQLException;
}
