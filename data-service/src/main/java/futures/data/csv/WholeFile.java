package futures.data.csv;

import futures.model.Timeframe;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Questions about a file that its first lines cannot answer. */
final class WholeFile {
    private static final int ROWS_FOR_TIMEFRAME = 5000;
    private static final int MOST_SYMBOLS = 12;

    private WholeFile() {}

    /** Reads on until a day above 12 decides. */
    static DateForm dayOrMonthFirst(SourceFile file, byte separator, int headerLines, int column)
            throws IOException, DialectException {
        Fields fields = new Fields(separator);
        String seen = "";
        try (InputStream in = file.open()) {
            Lines lines = new Lines(in);
            while (advance(lines)) {
                if (lines.number <= headerLines || lines.isBlank()) {
                    continue;
                }
                fields.split(lines.bytes, lines.start, lines.end);
                if (fields.count <= column) {
                    continue;
                }
                String date = fields.text(lines.bytes, column);
                String[] parts = date.split("\\D", 3);
                if (parts.length < 3 || parts[0].isEmpty() || parts[1].isEmpty() || parts[0].length() > 2) {
                    continue;
                }
                if (Integer.parseInt(parts[0]) > 12) {
                    return DateForm.DAY_FIRST;
                }
                if (parts[1].length() <= 2 && Integer.parseInt(parts[1]) > 12) {
                    return DateForm.MONTH_FIRST;
                }
                seen = date;
            }
        }
        throw new DialectException(
                "date_format",
                file.name() + ": no date decides between day first and month first (the last is " + seen
                        + "); give date_format=dd/MM/yyyy or date_format=MM/dd/yyyy");
    }

    /** A file of several contracts must be told which one is meant. */
    static void checkSymbols(SourceFile file, Dialect dialect) throws IOException, DialectException {
        int column = dialect.columns().symbol();
        if (column < 0) {
            if (dialect.only() != null) {
                throw new DialectException("only", file.name() + " has no column that names a symbol");
            }
            return;
        }
        Set<String> symbols = new TreeSet<>();
        Fields fields = new Fields((byte) dialect.separator());
        try (InputStream in = file.open()) {
            Lines lines = new Lines(in);
            while (symbols.size() < MOST_SYMBOLS && advance(lines)) {
                fields.split(lines.bytes, lines.start, lines.end);
                if (lines.number > dialect.headerLines() && fields.count > column) {
                    symbols.add(fields.text(lines.bytes, column));
                }
            }
        }
        if (dialect.only() == null && symbols.size() > 1) {
            throw new DialectException(
                    "only", file.name() + " holds several symbols, " + symbols + "; give only= the one to import");
        }
        if (dialect.only() != null && symbols.size() < MOST_SYMBOLS && !symbols.contains(dialect.only())) {
            throw new DialectException("only", file.name() + " has no '" + dialect.only() + "', it holds " + symbols);
        }
    }

    /** Lines too long are passed over here; reading the rows reports them. */
    private static boolean advance(Lines lines) throws IOException {
        while (true) {
            try {
                return lines.advance();
            } catch (RowError tooLong) {
                // On to the next one.
            }
        }
    }

    /** The step that most neighbouring rows have. */
    static Dialect withTimeframe(SourceFile file, Dialect dialect) throws IOException, DialectException {
        Map<Long, Integer> steps = new TreeMap<>();
        try (InputStream in = file.open()) {
            RowReader reader = new RowReader(in, dialect);
            Long previous = null;
            for (int i = 0; i < ROWS_FOR_TIMEFRAME; i++) {
                try {
                    Row row = reader.next();
                    if (row == null) {
                        break;
                    }
                    if (previous != null && row.time != previous) {
                        steps.merge(Math.abs(row.time - previous), 1, Integer::sum);
                    }
                    previous = row.time;
                } catch (RowError e) {
                    // Reading the rows reports it.
                }
            }
        }
        long step = steps.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<Long, Integer> entry) -> entry.getValue())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElse(0L);
        if (step < 1000 || step % 1000 != 0 || step > 7 * 86_400_000L) {
            throw new DialectException(
                    "timeframe",
                    file.name() + ": the length of its bars cannot be told from its rows; give timeframe=, e.g. 1m");
        }
        Timeframe timeframe = new Timeframe((int) (step / 1000));
        return new Dialect(
                dialect.program(),
                dialect.separator(),
                dialect.headerLines(),
                dialect.columns(),
                dialect.dateForm(),
                dialect.decimalMark(),
                dialect.fixedPoint(),
                dialect.zone(),
                dialect.stamps(),
                timeframe,
                dialect.only(),
                dialect.session());
    }
}
