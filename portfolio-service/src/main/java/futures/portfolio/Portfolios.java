package futures.portfolio;

import futures.kit.http.Problem;
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
final class Portfolios {
    private static final int NAMES_LOOKED_AT = 10_000;
    private static final String SELECT = """
            SELECT id, name, initial_cents, gross_cents, cost_cents, trades, created_ms,
                   (SELECT count(DISTINCT symbol) FROM lot WHERE lot.portfolio_id = portfolio.id) AS open_positions
            FROM portfolio
            """;

    private Portfolios() {}

    /** @throws Problem 409 when the name, upper and lower case alike, is taken */
    static Portfolio create(Connection connection, String name, long initialCents, long nowMs) throws SQLException {
        Optional<Portfolio> taken = Sql.first(connection, SELECT + "WHERE name = ?", Portfolios::row, name);
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
    static Portfolio require(Connection connection, String id) throws SQLException {
        Optional<Portfolio> found = id.matches("\\d{1,18}")
                ? Sql.first(connection, SELECT + "WHERE id = ?", Portfolios::row, Long.parseLong(id))
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
                "SELECT name, id FROM portfolio ORDER BY id DESC LIMIT " + NAMES_LOOKED_AT,
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
        List<Portfolio> rows = Sql.list(
                connection,
                SELECT + "WHERE (?1 IS NULL OR name = ?1) AND id < ?2 ORDER BY id DESC LIMIT ?3",
                Portfolios::row,
                name,
                before == null ? Long.MAX_VALUE : before,
                limit + 1);
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

    /** Adds what was recorded to the totals. */
    static void book(Connection connection, long id, long grossCents, long costCents, int trades) throws SQLException {
        Sql.update(
                connection,
                "UPDATE portfolio SET gross_cents = gross_cents + ?, cost_cents = cost_cents + ?, trades = trades + ?"
                        + " WHERE id = ?",
                grossCents,
                costCents,
                trades,
                id);
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
