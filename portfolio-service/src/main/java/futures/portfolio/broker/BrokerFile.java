package futures.portfolio.broker;

import futures.kit.http.Problem;
import futures.portfolio.broker.Sheet.Line;
import futures.wire.portfolio.BrokerBadRow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads an export: finds its dialect, the order of its dates and its account, and takes each row or says why not. */
final class BrokerFile {
    private final Sheet sheet;
    private final Dialect dialect;
    private final List<String> notes = new ArrayList<>();

    private BrokerFile(Sheet sheet, Dialect dialect) {
        this.sheet = sheet;
        this.dialect = dialect;
    }

    /**
     * @param dialect   null to find it by the header
     * @param zone      of times that name no offset
     * @param dateOrder {@code mdy} or {@code dmy}; null to find it
     * @param account   only its rows; null where the file has one only
     * @throws Problem 422 when it cannot be understood as a whole
     */
    static Understood read(String text, String dialect, ZoneId zone, String dateOrder, String account) {
        Sheet sheet = Sheet.parse(text);
        return new BrokerFile(sheet, DialectFinder.of(sheet, dialect)).read(zone, dateOrder, account);
    }

    private Understood read(ZoneId zone, String asked, String account) {
        List<Line> lines = ofAccount(account);
        String order = asked != null ? asked : dateOrder(lines);
        boolean local = texts(lines).anyMatch(text -> !text.isEmpty() && !Stamps.hasOffset(text));
        if (local) {
            notes.add("Times without offset were taken as those of " + zone + "; time_zone says another.");
        }
        Stamps stamps = new Stamps(zone, order.equals("dmy"));
        List<BrokerRow> rows = new ArrayList<>();
        List<BrokerBadRow> bad = new ArrayList<>();
        Map<String, Long> numbers = new HashMap<>();
        for (Line line : lines) {
            try {
                BrokerRow row = dialect.read(sheet, line, stamps);
                Long before = numbers.putIfAbsent(row.number(), row.line());
                if (before != null) {
                    throw new RowFault("its number is that of line " + before);
                }
                rows.add(row);
            } catch (RowFault e) {
                bad.add(new BrokerBadRow(line.number(), line.text(), e.getMessage()));
            }
        }
        return new Understood(
                dialect,
                sheet.separator(),
                local ? zone.getId() : null,
                order,
                Stream.concat(dialect.needed().stream(), dialect.used().stream())
                        .filter(name -> sheet.column(name) >= 0)
                        .toList(),
                account(lines),
                oldestFirst(rows),
                bad,
                notes);
    }

    private List<Line> ofAccount(String account) {
        int column = sheet.column("Account");
        if (column < 0) {
            return sheet.lines();
        }
        Set<String> accounts = new TreeSet<>();
        sheet.lines().forEach(line -> accounts.add(line.cell(column)));
        if (account == null && accounts.size() > 1) {
            throw Problem.unprocessable("The file has more than one account: " + String.join(", ", accounts)
                            + ". Say with 'account' which one the portfolio is.")
                    .field("account", null, "one of " + String.join(", ", accounts));
        }
        if (account != null && !accounts.contains(account)) {
            throw Problem.unprocessable(
                            "The file has no account '" + account + "'; it has " + String.join(", ", accounts) + ".")
                    .field("account", account, "one of " + String.join(", ", accounts));
        }
        return account == null
                ? sheet.lines()
                : sheet.lines().stream()
                        .filter(line -> line.cell(column).equals(account))
                        .toList();
    }

    private String account(List<Line> lines) {
        int column = sheet.column("Account");
        return column < 0 || lines.isEmpty() ? null : lines.get(0).cell(column);
    }

    private Stream<String> texts(List<Line> lines) {
        return lines.stream().flatMap(line -> dialect.times().stream().map(name -> line.cell(sheet.column(name))));
    }

    private String dateOrder(List<Line> lines) {
        if (texts(lines).noneMatch(Stamps::depends)) {
            return "ymd";
        }
        boolean dayFirst = texts(lines).anyMatch(text -> Stamps.dayFirst(text) > 0);
        boolean monthFirst = texts(lines).anyMatch(text -> Stamps.dayFirst(text) < 0);
        if (!dayFirst && !monthFirst) {
            notes.add("No date tells whether the month or the day comes first; the month was assumed. date_order says"
                    + " otherwise.");
        }
        return dayFirst && !monthFirst ? "dmy" : "mdy";
    }

    /** Files are often written newest first; of one time, the order is then the other way round. */
    private static List<BrokerRow> oldestFirst(List<BrokerRow> rows) {
        List<BrokerRow> sorted = new ArrayList<>(rows);
        Instant first = rows.isEmpty() ? null : rows.get(0).time();
        if (first != null && rows.get(rows.size() - 1).time().isBefore(first)) {
            Collections.reverse(sorted);
        }
        sorted.sort(java.util.Comparator.comparing(BrokerRow::time));
        return sorted;
    }
}
