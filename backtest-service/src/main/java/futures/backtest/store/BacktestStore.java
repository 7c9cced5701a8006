package futures.backtest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import futures.backtest.order.OrderNames;
import futures.kit.job.JobState;
import futures.kit.json.Json;
import futures.kit.sql.Database;
import futures.wire.backtest.BacktestList;
import futures.wire.backtest.BacktestListItem;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.Verification;
import java.io.InputStream;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every backtest that was asked for, and what came of it. */
public final class BacktestStore {
    private static final String COLUMNS = "number, id, state, attempts, message, strategy_name, symbol, request,"
            + " created, ended, net_profit, total_trades, summary, portfolio_id, verification,"
            + " json_extract(summary, '$.data_grade') AS data_grade";

    private final Database database;

    public BacktestStore(Database database) {
        this.database = database;
    }

    public void addQueued(String id, BacktestOrder order, Instant now) {
        database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO backtest (id, state, strategy_name, symbol, request, created)"
                            + " VALUES (?, 'queued', ?, ?, ?, ?)")) {
                insert.setString(1, id);
                insert.setString(2, OrderNames.strategies(order));
                insert.setString(3, OrderNames.symbols(order));
                insert.setString(4, json(order));
                insert.setString(5, now.toString());
                return insert.executeUpdate();
            }
        });
    }

    public void begin(String id) {
        update("UPDATE backtest SET state = 'running', attempts = attempts + 1, message = NULL WHERE id = ?", id);
    }

    /** Ends one that has no result. */
    public void end(String id, JobState state, String message, Instant now) {
        update(
                "UPDATE backtest SET state = ?, message = ?, ended = ? WHERE id = ? AND state IN ('queued', 'running')",
                state.text(),
                message,
                now.toString(),
                id);
    }

    public void recordedTo(String id, String portfolioId) {
        update("UPDATE backtest SET portfolio_id = ? WHERE id = ?", portfolioId, id);
    }

    /** Keeps what a verification found in place of what the one before did. */
    public void verified(String id, Verification found) {
        update("UPDATE backtest SET verification = ? WHERE id = ?", json(found), id);
    }

    /** Forgets one that was refused before it began. */
    public void remove(String id) {
        update("DELETE FROM backtest WHERE id = ?", id);
    }

    /** Stores a whole result at once. */
    public void finish(
            String id,
            Object summary,
            BigDecimal netProfit,
            int totalTrades,
            Map<ResultPart, PartContent> parts,
            Instant now) {
        database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE backtest SET state = 'done',"
                    + " message = NULL, summary = ?, net_profit = ?, total_trades = ?, ended = ? WHERE id = ?")) {
                update.setString(1, json(summary));
                update.setString(2, netProfit.toPlainString());
                update.setInt(3, totalTrades);
                update.setString(4, now.toString());
                update.setString(5, id);
                update.executeUpdate();
            }
            for (Map.Entry<ResultPart, PartContent> part : parts.entrySet()) {
                putPart(connection, id, part.getKey(), part.getValue());
            }
            return null;
        });
    }

    private static void putPart(Connection connection, String id, ResultPart part, PartContent content)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT OR REPLACE INTO backtest_part"
                + " (number, part, content) SELECT number, ?, ? FROM backtest WHERE id = ?")) {
            insert.setString(1, part.text());
            insert.setBytes(2, Gzip.of(content));
            insert.setString(3, id);
            insert.executeUpdate();
        }
    }

    public Optional<StoredBacktest> find(String id) {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT " + COLUMNS + " FROM backtest WHERE id = ?")) {
                select.setString(1, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(stored(row)) : Optional.empty();
                }
            }
        });
    }

    /** A part as its content wrote it, to be closed; empty when the backtest has no result. */
    public Optional<InputStream> part(String id, ResultPart part) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT content FROM backtest_part JOIN backtest USING (number) WHERE id = ? AND part = ?")) {
                select.setString(1, id);
                select.setString(2, part.text());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(Gzip.open(row.getBytes(1))) : Optional.empty();
                }
            }
        });
    }

    /** Those that had not ended when the service did, oldest first. */
    public List<StoredBacktest> unfinished() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT " + COLUMNS
                            + " FROM backtest WHERE state IN ('queued', 'running') ORDER BY number");
                    ResultSet rows = select.executeQuery()) {
                List<StoredBacktest> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(stored(rows));
                }
                return found;
            }
        });
    }

    /**
     * A page of the list.
     *
     * @param cursor from the page before; null for the first
     */
    public BacktestList list(int limit, Long cursor) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT " + COLUMNS + " FROM backtest WHERE number < ? ORDER BY number DESC LIMIT ?")) {
                select.setLong(1, cursor == null ? Long.MAX_VALUE : cursor);
                select.setInt(2, limit + 1);
                List<BacktestListItem> items = new ArrayList<>();
                String next = null;
                long last = 0;
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        if (items.size() == limit) {
                            next = Long.toString(last);
                            break;
                        }
                        last = rows.getLong("number");
                        items.add(item(rows));
                    }
                }
                return new BacktestList(items, next);
            }
        });
    }

    /** How many there are in a state. */
    public long count(JobState state) {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT count(*) FROM backtest WHERE state = ?")) {
                select.setString(1, state.text());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getLong(1) : 0L;
                }
            }
        });
    }

    /** Removes those that ended before a time; says how many. */
    public int removeEndedBefore(Instant time) {
        return update("DELETE FROM backtest WHERE ended < ?", time.toString());
    }

    private int update(String sql, String... values) {
        return database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    update.setString(i + 1, values[i]);
                }
                return update.executeUpdate();
            }
        });
    }

    private static StoredBacktest stored(ResultSet row) throws SQLException {
        String summary = row.getString("summary");
        String verification = row.getString("verification");
        return new StoredBacktest(
                row.getString("id"),
                JobState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                row.getString("message"),
                parse(row.getString("request"), BacktestOrder.class),
                Instant.parse(row.getString("created")),
                instant(row.getString("ended")),
                summary == null ? null : parse(summary, JsonNode.class),
                row.getString("portfolio_id"),
                verification == null ? null : parse(verification, Verification.class));
    }

    private static BacktestListItem item(ResultSet row) throws SQLException {
        String net = row.getString("net_profit");
        int trades = row.getInt("total_trades");
        Integer totalTrades = row.wasNull() ? null : trades;
        String id = row.getString("id");
        return new BacktestListItem(
                id,
                row.getString("state"),
                row.getString("message"),
                row.getString("strategy_name"),
                row.getString("symbol"),
                Instant.parse(row.getString("created")),
                instant(row.getString("ended")),
                net == null ? null : new BigDecimal(net),
                totalTrades,
                row.getString("data_grade"),
                "/api/backtests/" + id);
    }

    private static Instant instant(String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static String json(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }

    private static <T> T parse(String json, Class<T> type) {
        try {
            return Json.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("data/backtests.db holds JSON that this version cannot read", e);
        }
    }
}
