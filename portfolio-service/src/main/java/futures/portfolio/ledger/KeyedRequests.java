package futures.portfolio.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.kit.http.Problem;
import futures.kit.json.Json;
import futures.kit.sql.Sql;
import futures.kit.sql.SqlFunction;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Requests that may be sent twice: one that carries a key is answered the second time with what the first one was
 * answered, and does nothing. Keys belong to their portfolio and are kept as long as it.
 */
public final class KeyedRequests {
    static final int LONGEST_KEY = 200;

    private final Clock clock;

    public KeyedRequests(Clock clock) {
        this.clock = clock;
    }

    /** @param again true when it had been done before */
    public record Outcome<T>(T answer, boolean again) {}

    /**
     * Does the work unless it was done; within the caller's transaction, so that work and key are kept together or not at
     * all.
     *
     * @param key     null: the work is done in any case
     * @param content what the request asked for, compared by its JSON
     * @throws Problem 409 when the key was used for other content
     */
    public <T> Outcome<T> once(
            Connection connection,
            long portfolio,
            String key,
            Object content,
            Class<T> type,
            SqlFunction<Connection, T> work)
            throws SQLException {
        if (key == null) {
            return new Outcome<>(work.apply(connection), false);
        }
        Optional<T> before = answered(connection, portfolio, key, content, type);
        if (before.isPresent()) {
            return new Outcome<>(before.get(), true);
        }
        T answer = work.apply(connection);
        Sql.update(
                connection,
                "INSERT INTO keyed_request (portfolio_id, request_key, sha256, answer, recorded_ms) VALUES (?,?,?,?,?)",
                portfolio,
                key,
                sha256(content),
                Json.text(answer),
                clock.millis());
        return new Outcome<>(answer, false);
    }

    /** What was answered to this request before. */
    public <T> Optional<T> answered(Connection connection, long portfolio, String key, Object content, Class<T> type)
            throws SQLException {
        record Row(String sha256, String answer) {}
        Optional<Row> row = Sql.first(
                connection,
                "SELECT sha256, answer FROM keyed_request WHERE portfolio_id = ? AND request_key = ?",
                rows -> new Row(rows.getString(1), rows.getString(2)),
                portfolio,
                key);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        if (!row.get().sha256().equals(sha256(content))) {
            throw Problem.conflict("The idempotency key '" + key
                            + "' was used for another request to this portfolio; nothing was recorded. Use a new key.")
                    .field("idempotency_key", key, "used before with another body");
        }
        return Optional.of(Json.read(row.get().answer(), type));
    }

    private static String sha256(Object content) {
        try {
            byte[] bytes = Json.mapper().writeValueAsBytes(content);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
