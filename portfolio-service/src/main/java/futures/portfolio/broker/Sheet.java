package futures.portfolio.broker;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import futures.kit.http.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The cells of a file, whose first line names the columns.
 *
 * @param separator between cells
 * @param header    names of the columns, without the empty one that a comma at the end of the line makes
 */
record Sheet(char separator, List<String> header, List<Line> lines) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int MOST_LINES = 100_000;

    /** @param number of the line in the file, 1 is the header */
    record Line(long number, List<String> cells) {
        /** Empty when the line has no such cell. */
        String cell(int column) {
            return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
        }

        String text() {
            return String.join(" | ", cells);
        }
    }

    /** @throws Problem 422 when it is no table, 413 when it is too long */
    static Sheet parse(String file) {
        String text = file.startsWith(BYTE_ORDER_MARK) ? file.substring(1) : file;
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char separator = separator(first);
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                if (lines.size() > MOST_LINES) {
                    throw Problem.tooLarge("The file has more than " + MOST_LINES + " lines; import it in parts.");
                }
                lines.add(new Line(row.getStartingLineNumber(), row.getFields()));
            }
        } catch (CsvParseException | java.io.IOException e) {
            throw Problem.unprocessable("The file cannot be read as a table: " + e.getMessage() + ".");
        }
        if (lines.isEmpty()) {
            throw Problem.unprocessable("The file is empty; export it again.");
        }
        List<String> header = lines.get(0).cells().stream().map(String::strip).collect(Collectors.toList());
        while (!header.isEmpty() && header.get(header.size() - 1).isEmpty()) {
            header.remove(header.size() - 1);
        }
        return new Sheet(separator, List.copyOf(header), List.copyOf(lines.subList(1, lines.size())));
    }

    /** The one that the header has most of. */
    private static char separator(String header) {
        char found = ',';
        for (char candidate : new char[] {',', ';', '\t'}) {
            if (header.chars().filter(c -> c == candidate).count()
                    > header.chars().filter(c -> c == (int) found).count()) {
                return candidate;
            }
        }
        return found;
    }

    /** Where a column is, upper and lower case alike; -1 when there is none. */
    int column(String name) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    boolean has(List<String> names) {
        return names.stream().allMatch(name -> column(name) >= 0);
    }
}
