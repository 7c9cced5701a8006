package futures.portfolio.ledger;

import futures.kit.http.Problem;
import futures.kit.sql.Sql;
import futures.kit.text.NearNames;
import futures.wire.portfolio.Portfolio;
import futures.wire.portfolio.PortfolioPage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The portfolios and their totals. All methods run within the caller's transaction. */
public final class Portfolios {
    private static final int NAMES_LOOKED_AT = 10_000;
    private static final String FOUND =
            "id, name, initial_cents, gross_cents, cost_cents, trades, created_ms, open_positions FROM portfolio WHERE ";

    private Portfolios() {}

    /** @throws Problem 409 when the name, upper and lower case alike, is taken */
    static Portfolio create(Connection connection, String name, long initialCents, long nowMs) throws SQLException {
        Optional<Portfolio> taken = Sql.first(connection, "SELECT " + FOUND + "name = ?", Portfolios::row, name);
        if (taken.isPresent()) {
            throw Problem.conflict("Portfolio " + taken.get().id() + " is already called '"
                            + taken.get().name() + "'; use it or choose another name.")
                    .field("name", name, "taken");
        }
        long id = Sql.insert(
                connection,
                "INSERT INTO portfolio (name, initial_cents, created_ms) VALUES (?,?,?)",
                name,
                initialCents,
                nowMs);
        return require(connection, Long.toString(id));
    }

    /** @throws Problem 404 with near names */
    public static Portfolio require(Connection connection, String id) throws SQLException {
        Optional<Portfolio> found = id.matches("\\d{1,18}")
                ? Sql.first(connection, "SELECT " + FOUND + "id = ?", Portfolios::row, Long.parseLong(id))
                : Optional.empty();
        if (found.isEmpty()) {
            throw unknown(connection, id);
        }
        return found.get();
    }

    private static Problem unknown(Connection connection, String id) throws SQLException {
        Map<String, Long> ids = new LinkedHashMap<>();
        Sql.list(
                connection,
                "SELECT name, id FROM portfolio WHERE id > (SELECT max(id) FROM portfolio) - " + NAMES_LOOKED_AT
                        + " ORDER BY id DESC",
                row -> ids.put(row.getString(1), row.getLong(2)));
        String near = NearNames.of(id, ids.keySet()).stream()
                .map(name -> ids.get(name) + " ('" + name + "')")
                .collect(Collectors.joining(" or "));
        return Problem.notFound("There is no portfolio with the id '" + id + "'; "
                        + (near.isEmpty() ? "GET /api/portfolios lists them." : "did you mean " + near + "?"))
                .field("id", id, "unknown portfolio");
    }

    /**
     * @param name   null for all
     * @param before ids below this one; null for the newest
     */
    static PortfolioPage page(Connection connection, String name, int limit, Long before) throws SQLException {
        long below = before == null ? Long.MAX_VALUE : before;
        List<Portfolio> rows = name == null
                ? Sql.list(
                        connection,
                        "SELECT " + FOUND + "id < ? ORDER BY id DESC LIMIT ?",
                        Portfolios::row,
                        below,
                        limit + 1)
                : Sql.list(connection, "SELECT " + FOUND + "name = ? AND id < ?", Portfolios::row, name, below);
        boolean more = rows.size() > limit;
        List<Portfolio> page = more ? rows.subList(0, limit) : rows;
        return new PortfolioPage(page, more ? Long.toString(page.get(limit - 1).id()) : null);
    }

    /** Removes it with all that was recorded in it; answers what it was. */
    static Portfolio delete(Connection connection, String id) throws SQLException {
        Portfolio found = require(connection, id);
        Sql.update(connection, "DELETE FROM portfolio WHERE id = ?", found.id());
        return found;
    }

    private static Portfolio row(ResultSet row) throws SQLException {
        long initial = row.getLong("initial_cents");
        long gross = row.getLong("gross_cents");
        long costs = row.getLong("cost_cents");
        return new Portfolio(
                row.getLong("id"),
                row.getString("name"),
                Cents.money(initial),
                Cents.money(initial + gross - costs),
                Cents.money(gross),
                Cents.money(costs),
                row.getLong("trades"),
                row.getInt("open_positions"),
                Instant.ofEpochMilli(row.getLong("created_ms")));
    }
}
