package futures.backtest.store;

import com.fasterxml.jackson.databind.JsonNode;
import futures.backtest.order.OrderNames;
import futures.kit.job.JobState;
import futures.kit.json.Json;
import futures.kit.sql.Database;
import futures.kit.sql.Sql;
import futures.wire.backtest.BacktestList;
import futures.wire.backtest.BacktestListItem;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.Verification;
import java.io.InputStream;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
        update(
                "INSERT INTO backtest (id, state, strategy_name, symbol, request, created) VALUES (?, 'queued', ?, ?, ?, ?)",
                id,
                OrderNames.strategies(order),
                OrderNames.symbols(order),
                Json.text(order),
                now.toString());
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
        update("UPDATE backtest SET verification = ? WHERE id = ?", Json.text(found), id);
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
            Sql.update(
                    connection,
                    "UPDATE backtest SET state = 'done', message = NULL, summary = ?, net_profit = ?, total_trades = ?,"
                            + " ended = ? WHERE id = ?",
                    Json.text(summary),
                    netProfit.toPlainString(),
                    totalTrades,
                    now.toString(),
                    id);
            for (Map.Entry<ResultPart, PartContent> part : parts.entrySet()) {
                putPart(connection, id, part.getKey(), part.getValue());
            }
            return null;
        });
    }

    private static void putPart(Connection connection, String id, ResultPart part, PartContent content)
            throws SQLException {
        Sql.update(
                connection,
                "INSERT OR REPLACE INTO backtest_part (number, part, content)"
                        + " SELECT number, ?, ? FROM backtest WHERE id = ?",
                part.text(),
                Gzip.of(content),
                id);
    }

    public Optional<StoredBacktest> find(String id) {
        return database.read(connection ->
                Sql.first(connection, "SELECT " + COLUMNS + " FROM backtest WHERE id = ?", BacktestStore::stored, id));
    }

    /** A part as its content wrote it, to be closed; empty when the backtest has no result. */
    public Optional<InputStream> part(String id, ResultPart part) {
        return database.read(connection -> Sql.first(
                connection,
                "SELECT content FROM backtest_part JOIN backtest USING (number) WHERE id = ? AND part = ?",
                row -> Gzip.open(row.getBytes(1)),
                id,
                part.text()));
    }

    /** Those that had not ended when the service did, oldest first. */
    public List<StoredBacktest> unfinished() {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT " + COLUMNS + " FROM backtest WHERE state IN ('queued', 'running') ORDER BY number",
                BacktestStore::stored));
    }

    /**
     * A page of the list.
     *
     * @param cursor from the page before; null for the first
     */
    public BacktestList list(int limit, Long cursor) {
        Sql.Page<BacktestListItem> page = database.read(connection -> Sql.page(
                connection,
                "SELECT " + COLUMNS + " FROM backtest WHERE number < ? ORDER BY number DESC LIMIT ?",
                "number",
                BacktestStore::item,
                limit,
                cursor));
        return new BacktestList(page.rows(), page.next());
    }

    /** How many there are in a state. */
    public long count(JobState state) {
        return database.read(connection -> Sql.first(
                        connection,
                        "SELECT count(*) FROM backtest WHERE state = ?",
                        row -> row.getLong(1),
                        state.text()))
                .orElseThrow();
    }

    /** Removes those that ended before a time; says how many. */
    public int removeEndedBefore(Instant time) {
        return update("DELETE FROM backtest WHERE ended < ?", time.toString());
    }

    private int update(String sql, Object... values) {
        return database.write(connection -> Sql.update(connection, sql, values));
    }

    private static StoredBacktest stored(ResultSet row) throws SQLException {
        String summary = row.getString("summary");
        String verification = row.getString("verification");
        return new StoredBacktest(
                row.getString("id"),
                JobState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                row.getString("message"),
                Json.read(row.getString("request"), BacktestOrder.class),
                Instant.parse(row.getString("created")),
                instant(row.getString("ended")),
                summary == null ? null : Json.read(summary, JsonNode.class),
                row.getString("portfolio_id"),
                verification == null ? null : Json.read(verification, Verification.class));
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
}
