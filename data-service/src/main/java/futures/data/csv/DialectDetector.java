package futures.data.csv;

import futures.model.Timeframe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells the dialect of a file from its first lines, and from all of it where those leave a question open: day before month
 * or month before day is decided by the first day above 12, wherever it stands.
 */
public final class DialectDetector {
    private static final int SAMPLE = 200;
    private static final int MOST_HEADER_LINES = 5;
    private static final char[] SEPARATORS = {';', '\t', '|', ','};

    private final SourceFile file;
    private final DialectRequest request;
    private List<String> lines;
    private char separator;
    private int headerLines;
    private List<List<String>> rows;

    private DialectDetector(SourceFile file, DialectRequest request) {
        this.file = file;
        this.request = request;
    }

    /** @throws DialectException when the file leaves a question open that a parameter must settle */
    public static Dialect detect(SourceFile file, DialectRequest request) throws IOException, DialectException {
        return new DialectDetector(file, request).detect();
    }

    private Dialect detect() throws IOException, DialectException {
        lines = sample();
        separator = request.separator() != null ? request.separator() : separator();
        List<List<String>> all = lines.stream().map(this::fields).toList();
        while (headerLines < Math.min(all.size(), MOST_HEADER_LINES) && isHeader(all.get(headerLines))) {
            headerLines++;
        }
        rows = all.subList(headerLines, all.size());
        if (rows.isEmpty()) {
            throw new DialectException("path", file.name() + " has no rows of numbers in its first lines");
        }
        List<String> header = headerLines == 0 ? null : all.get(headerLines - 1);
        Columns columns = columns(header);
        DateForm form = request.dateForm() != null ? request.dateForm() : dateForm(columns);
        char mark = decimalMark(columns);
        boolean databento = header != null && header.contains("ts_event");
        boolean fixed = databento && isFixedPoint(columns);
        Stamps stamps = request.stamps() != null ? request.stamps() : Stamps.OPEN;
        Dialect dialect = new Dialect(
                program(header, form),
                separator,
                headerLines,
                columns,
                form,
                mark,
                fixed,
                request.zone(),
                stamps,
                request.timeframe() != null ? request.timeframe() : Timeframe.MINUTE,
                request.only(),
                request.session());
        WholeFile.checkSymbols(file, dialect);
        return request.timeframe() != null ? dialect : WholeFile.withTimeframe(file, dialect);
    }

    private List<String> sample() throws IOException, DialectException {
        List<String> found = new ArrayList<>();
        try (InputStream in = file.open()) {
            String fault = TextCheck.fault(in.readNBytes(Lines.LONGEST));
            if (fault != null) {
                throw new DialectException("path", file.name() + " " + fault);
            }
        }
        try (InputStream in = file.open()) {
            Lines reader = new Lines(in);
            while (found.size() < SAMPLE && reader.advance()) {
                if (!reader.isBlank()) {
                    found.add(
                            new String(reader.bytes, reader.start, reader.end - reader.start, StandardCharsets.UTF_8));
                }
            }
        } catch (RowError e) {
            // Among others it is a bad row, which reading the rows reports.
            if (found.size() < 2) {
                throw new DialectException("path", file.name() + " is no price file: " + e.getMessage());
            }
        }
        if (found.isEmpty()) {
            throw new DialectException("path", file.name() + " is empty");
        }
        return found;
    }

    /** The sign that splits every line into at least five fields. */
    private char separator() throws DialectException {
        for (char candidate : SEPARATORS) {
            long split =
                    lines.stream().filter(line -> count(line, candidate) >= 4).count();
            if (split > 0 && split * 10 >= lines.size() * 8L) {
                return candidate;
            }
        }
        throw new DialectException(
                "separator",
                file.name()
                        + ": no separator among ; tab | , splits its lines into date, open, high, low and close; the"
                        + " first is '" + shortened(lines.get(0)) + "'");
    }

    private static long count(String line, char sign) {
        return line.chars().filter(c -> c == sign).count();
    }

    private static String shortened(String line) {
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }

    private List<String> fields(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        Fields split = new Fields((byte) separator);
        split.split(bytes, 0, bytes.length);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < split.count; i++) {
            found.add(split.text(bytes, i));
        }
        return found;
    }

    private static boolean isHeader(List<String> fields) {
        return fields.stream().noneMatch(field -> !field.isEmpty() && Character.isDigit(field.charAt(0)));
    }

    private Columns columns(List<String> header) throws DialectException {
        if (request.columns() != null) {
            return request.columns();
        }
        if (header != null) {
            checkWidth(header);
            return Columns.ofHeader(header);
        }
        List<String> first = rows.get(0);
        boolean ownTime = (first.size() >= 6 && first.get(1).matches("\\d{1,2}:\\d{2}.*"))
                || (first.size() >= 7 && first.get(1).matches("\\d{4}|\\d{6}"));
        if (ownTime) {
            return new Columns(0, 1, 2, 3, 4, 5, first.size() > 6 ? 6 : -1, -1, -1);
        }
        return new Columns(0, -1, 1, 2, 3, 4, first.size() > 5 ? 5 : -1, -1, -1);
    }

    /** A decimal comma in a file that is separated by commas would put every number into the wrong column. */
    private void checkWidth(List<String> header) throws DialectException {
        for (List<String> row : rows) {
            for (int i = header.size(); i < row.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    throw new DialectException(
                            "columns",
                            file.name() + ": a row has " + row.size() + " fields and the header names " + header.size()
                                    + "; is the separator the decimal mark as well? Give separator= or columns=; the row is '"
                                    + shortened(String.join(String.valueOf(separator), row)) + "'");
                }
            }
        }
    }

    private String sampleField(int field) {
        return rows.stream()
                .filter(row -> row.size() > field && !row.get(field).isEmpty())
                .map(row -> row.get(field))
                .findFirst()
                .orElse("");
    }

    private DateForm dateForm(Columns columns) throws IOException, DialectException {
        String stamp = sampleField(columns.stamp());
        if (stamp.matches("\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}.*")) {
            return DateForm.ISO;
        }
        if (stamp.matches("\\d{8}([ T].*)?")) {
            return DateForm.COMPACT;
        }
        if (stamp.matches("\\d{9,19}(\\.\\d+)?")) {
            return DateForm.EPOCH;
        }
        if (stamp.matches("\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}.*")) {
            return WholeFile.dayOrMonthFirst(file, (byte) separator, headerLines, columns.stamp());
        }
        throw new DialectException(
                "date_format",
                file.name() + ": '" + shortened(stamp) + "' is no date that is known; give date_format= one of"
                        + " yyyy-MM-dd, yyyyMMdd, dd/MM/yyyy, MM/dd/yyyy, epoch, or columns= if it is another column");
    }

    private char decimalMark(Columns columns) {
        boolean point = rows.stream().anyMatch(row -> inPrices(row, columns, "."));
        boolean comma = separator != ',' && rows.stream().anyMatch(row -> inPrices(row, columns, ","));
        return comma && !point ? ',' : '.';
    }

    private static boolean inPrices(List<String> row, Columns columns, String sign) {
        for (int column : new int[] {columns.open(), columns.high(), columns.low(), columns.close()}) {
            if (row.size() > column && row.get(column).contains(sign)) {
                return true;
            }
        }
        return false;
    }

    /** Databento writes 5012.25 as 5012250000000 unless it was asked for decimals. */
    private boolean isFixedPoint(Columns columns) {
        return rows.stream().noneMatch(row -> inPrices(row, columns, "."))
                && rows.stream()
                        .anyMatch(row -> row.size() > columns.high()
                                && row.get(columns.high()).length() >= 7);
    }

    private String program(List<String> header, DateForm form) {
        if (header == null) {
            return form == DateForm.COMPACT && separator == ';' ? "NinjaTrader" : "CSV without header";
        }
        if (header.contains("ts_event")) {
            return "Databento";
        }
        String names = String.join(",", header).toLowerCase(Locale.ROOT);
        return names.startsWith("time,open,high,low,close") ? "TradingView" : "CSV";
    }
}
