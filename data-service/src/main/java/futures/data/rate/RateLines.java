package futures.data.rate;

import futures.kit.http.Problem;
import futures.wire.data.RateRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Rates as lines of a date and a rate, with or without a line of names before them. */
final class RateLines {
    private RateLines() {}

    /** @throws Problem 422 with the line that is wrong */
    static List<RateRow> parse(String text) {
        List<RateRow> rows = new ArrayList<>();
        String[] lines = text.strip().replace("\uFEFF", "").split("\\R");
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.isEmpty() || (i == 0 && line.chars().noneMatch(Character::isDigit))) {
                continue;
            }
            rows.add(row(i + 1, line));
        }
        return rows;
    }

    private static RateRow row(int number, String line) {
        String[] fields = line.split("\\s*[,;\\t]\\s*");
        try {
            if (fields.length == 2) {
                return new RateRow(LocalDate.parse(fields[0]), new BigDecimal(fields[1]));
            }
        } catch (DateTimeParseException | NumberFormatException e) {
            // Said below, with the line.
        }
        throw Problem.unprocessable("Line " + number + " must be a date and a rate, such as 2024-01-02,1.0956, found '"
                        + (line.length() > 80 ? line.substring(0, 80) + "…" : line) + "'.")
                .field("line " + number, line, "must be a date and a rate");
    }
}
