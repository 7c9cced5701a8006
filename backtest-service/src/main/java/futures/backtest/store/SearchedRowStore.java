package futures.backtest.store;

import futures.kit.sql.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of optimizations, and daily profits of some of them. */
public final class SearchedRowStore {
    private static final String OF = " WHERE optimization = (SELECT number FROM optimization WHERE id = ?) AND ";
    private static final String ALL = "1";
    private static final int BEFORE_FIGURES = 8;
    private static final List<String> STATES = List.of("done", "refused", "failed", "stopped");

    private final Database database;
    private final List<String> figures;
    private final String columns;

    /** @param figures names of a row's figures, which are the table's columns for them */
    public SearchedRowStore(Database database, List<String> figures) {
        this.database = database;
        this.figures = List.copyOf(figures);
        this.columns =
                "number, cell, state, error, score, violation, result_hash, findings, " + String.join(", ", figures);
    }

    /** Hears of rows one at a time. */
    @FunctionalInterface
    public interface Reader {
        void take(SearchedRow row);
    }

    /**
     * What is stored in one transaction: rows, and what changes in the daily profits that are kept.
     *
     * @param days  new ones
     * @param marks of those that are there, whose profits are not looked at
     * @param gone  numbers of those that are kept no longer
     */
    public record Batch(
            List<SearchedRow> rows, List<SearchedDays> days, List<SearchedDays> marks, Collection<Integer> gone) {}

    public void add(String id, Batch batch) {
        database.write(connection -> {
            long optimization = place(connection, id);
            if (optimization < 0) {
                return null; // it was removed meanwhile
            }
            insertRows(connection, optimization, batch.rows());
            changeDays(connection, optimization, batch);
            try (PreparedStatement count = connection.prepareStatement(
                    "UPDATE optimization SET done = done + ?, failed = failed + ?, stopped = stopped + ?, attempts = 0 WHERE number = ?")) {
                long done = count(batch.rows(), "done");
                long stopped = count(batch.rows(), "stopped");
                count.setLong(1, done);
                count.setLong(2, batch.rows().size() - done - stopped);
                count.setLong(3, stopped);
                count.setLong(4, optimization);
                return count.executeUpdate();
            }
        });
    }

    private static long count(List<SearchedRow> rows, String state) {
        return rows.stream().filter(row -> row.state().equals(state)).count();
    }

    private static long place(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT number FROM optimization WHERE id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        }
    }

    private void insertRows(Connection connection, long optimization, List<SearchedRow> rows) throws SQLException {
        String marks = ", ?".repeat(BEFORE_FIGURES + figures.size());
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO optimization_row (optimization, " + columns + ") VALUES (?" + marks + ")")) {
            for (SearchedRow row : rows) {
                insert.setLong(1, optimization);
                insert.setInt(2, row.number());
                insert.setLong(3, row.cell());
                insert.setString(4, row.state());
                insert.setString(5, row.error());
                insert.setObject(6, row.score());
                insert.setDouble(7, row.violation());
                insert.setString(8, row.resultHash());
                insert.setString(9, row.findings().isEmpty() ? null : String.join(" ", row.findings()));
                for (int i = 0; i < figures.size(); i++) {
                    Object figure =
                            row.performance() == null ? null : row.performance().get(figures.get(i));
                    insert.setObject(10 + i, figure instanceof Number number ? number.doubleValue() : null);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void changeDays(Connection connection, long optimization, Batch batch) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO optimization_days (best, drawn, content, optimization, number, packed) VALUES (?, ?, ?, ?, ?, 0)");
                PreparedStatement mark = connection.prepareStatement(
                        "UPDATE optimization_days SET best = ?, drawn = ? WHERE optimization = ? AND number = ?");
                PreparedStatement delete = connection.prepareStatement(
                        "DELETE FROM optimization_days WHERE optimization = ? AND number = ?")) {
            for (int number : batch.gone()) {
                delete.setLong(1, optimization);
                delete.setInt(2, number);
                delete.addBatch();
            }
            delete.executeBatch();
            for (SearchedDays days : batch.marks()) {
                mark.setBoolean(1, days.best());
                mark.setBoolean(2, days.drawn());
                mark.setLong(3, optimization);
                mark.setInt(4, days.number());
                mark.addBatch();
            }
            mark.executeBatch();
            for (SearchedDays days : batch.days()) {
                insert.setBoolean(1, days.best());
                insert.setBoolean(2, days.drawn());
                insert.setBytes(3, days.content());
                insert.setLong(4, optimization);
                insert.setInt(5, days.number());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Rows by their numbers, from one on. */
    public List<SearchedRow> between(String id, int first, int count) {
        List<SearchedRow> rows = new ArrayList<>();
        read("number >= " + first + " AND number < " + ((long) first + count) + " ORDER BY number", id, rows::add);
        return rows;
    }

    public Optional<SearchedRow> find(String id, int number) {
        return between(id, number, 1).stream().findFirst();
    }

    public List<SearchedRow> inCells(String id, Collection<Long> cells) {
        List<SearchedRow> rows = new ArrayList<>();
        String list = String.join(",", cells.stream().map(String::valueOf).toList());
        read("cell IN (" + list + ") ORDER BY number", id, rows::add);
        return rows;
    }

    /** Every one, by number, as they are now. */
    public void each(String id, Reader reader) {
        read(ALL + " ORDER BY number", id, reader);
    }

    /**
     * Some of those that a filter lets through, in an order.
     *
     * @param state    null for all
     * @param feasible null for all
     * @param sort     {@code number}, {@code score} or a figure; where it is undefined comes last
     */
    public record Page(String state, Boolean feasible, String sort, boolean descending, int limit, int offset) {
        private String filter() {
            return ALL
                    + (state == null ? "" : " AND state = '" + state + "'")
                    + (feasible == null
                            ? ""
                            : feasible
                                    ? " AND score IS NOT NULL AND violation = 0"
                                    : " AND (score IS NULL OR violation > 0)");
        }
    }

    /** What rows can be sorted by. */
    public List<String> sorts() {
        List<String> sorts = new ArrayList<>(List.of("number", "score"));
        sorts.addAll(figures);
        return sorts;
    }

    public List<SearchedRow> page(String id, Page page) {
        boolean state = page.state() == null || STATES.contains(page.state());
        if (!state || !sorts().contains(page.sort())) {
            throw new IllegalArgumentException("no such order or state");
        }
        List<SearchedRow> rows = new ArrayList<>();
        String direction = page.descending() ? " DESC" : "";
        read(
                page.filter() + " ORDER BY " + page.sort() + " IS NULL, " + page.sort() + direction + ", number LIMIT "
                        + page.limit() + " OFFSET " + page.offset(),
                id,
                rows::add);
        return rows;
    }

    public int count(String id, Page page) {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT count(*) FROM optimization_row" + OF + page.filter())) {
                select.setString(1, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getInt(1) : 0;
                }
            }
        });
    }

    private void read(String condition, String id, Reader reader) {
        database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT " + columns + " FROM optimization_row" + OF + condition)) {
                select.setString(1, id);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        reader.take(row(row));
                    }
                }
                return null;
            }
        });
    }

    private SearchedRow row(ResultSet row) throws SQLException {
        String state = row.getString(3);
        Map<String, Object> performance = null;
        if (state.equals("done")) {
            performance = new LinkedHashMap<>();
            for (int i = 0; i < figures.size(); i++) {
                double value = row.getDouble(BEFORE_FIGURES + 1 + i);
                performance.put(figures.get(i), row.wasNull() ? null : value);
            }
        }
        double score = row.getDouble(5);
        Double known = row.wasNull() ? null : score;
        String findings = row.getString(8);
        return new SearchedRow(
                row.getInt(1),
                row.getLong(2),
                state,
                row.getString(4),
                known,
                row.getDouble(6),
                performance,
                row.getString(7),
                findings == null ? List.of() : List.of(findings.split(" ")));
    }

    /** Daily profits that are kept, by number. */
    public List<SearchedDays> days(String id) {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT number, best, drawn, content, packed FROM optimization_days"
                            + OF + ALL + " ORDER BY number")) {
                select.setString(1, id);
                List<SearchedDays> days = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        days.add(new SearchedDays(
                                row.getInt(1),
                                row.getBoolean(2),
                                row.getBoolean(3),
                                SearchedDays.profits(row.getBytes(4), row.getBoolean(5))));
                    }
                }
                return days;
            }
        });
    }
}
