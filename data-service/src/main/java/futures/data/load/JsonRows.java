package futures.data.load;

import futures.data.csv.SourceFile;
import futures.kit.http.Problem;
import futures.wire.data.BarMessage;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Bars of a JSON body as rows of a file, so that both imports follow the same rules; line n is element n. */
public final class JsonRows {
    private JsonRows() {}

    /** @throws Problem 400 naming the element that misses a field */
    public static SourceFile of(BarMessage[] bars) {
        if (bars.length == 0) {
            throw Problem.badRequest("The array is empty; send at least one bar.");
        }
        StringBuilder rows = new StringBuilder(bars.length * 48);
        for (int i = 0; i < bars.length; i++) {
            BarMessage bar = bars[i];
            if (bar == null) {
                throw missing(i, "");
            }
            if (bar.timestamp() == null || bar.timestamp().isBlank()) {
                throw missing(i, "timestamp");
            }
            if (bar.timestamp().matches(".*[,\"\\n\\r].*")) {
                throw Problem.badRequest("[" + i + "].timestamp is no time; write it as 2024-01-31T14:30:00Z.")
                        .field("[" + i + "].timestamp", bar.timestamp(), "no time");
            }
            rows.append(bar.timestamp());
            append(rows, bar.open(), i, "open");
            append(rows, bar.high(), i, "high");
            append(rows, bar.low(), i, "low");
            append(rows, bar.close(), i, "close");
            rows.append(',')
                    .append(bar.volume() == null ? "" : bar.volume().toPlainString())
                    .append('\n');
        }
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        return new SourceFile("body", bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static void append(StringBuilder rows, BigDecimal value, int i, String field) {
        if (value == null) {
            throw missing(i, field);
        }
        // An exponent of a million would make a million digits of it.
        rows.append(',').append(Math.abs(value.scale()) > 100 ? value.toString() : value.toPlainString());
    }

    private static Problem missing(int i, String field) {
        String path = "[" + i + "]" + (field.isEmpty() ? "" : "." + field);
        return Problem.badRequest(path + " is missing.").field(path, null, "missing");
    }
}
