package futures.data.api;

import futures.kit.http.Problem;
import futures.model.Roll;
import futures.wire.data.RollsAnswer;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Rolls as lines of CSV: {@code time,from,to,old_price,new_price}. */
final class RollLines {
    private static final String HEADER = "time,from,to,old_price,new_price";
    private static final int FIELDS = 5;
    private static final int MOST_DIGITS = 18;
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    private RollLines() {}

    static String write(List<RollsAnswer.RollRow> rolls) {
        StringBuilder lines = new StringBuilder(HEADER).append('\n');
        for (RollsAnswer.RollRow roll : rolls) {
            lines.append(roll.time()).append(',');
            lines.append(roll.from()).append(',').append(roll.to()).append(',');
            lines.append(roll.oldPrice().toPlainString()).append(',');
            lines.append(roll.newPrice().toPlainString()).append('\n');
        }
        return lines.toString();
    }

    /** @throws Problem 400 naming the line that cannot be read */
    static List<Roll> read(String text) {
        List<Roll> rolls = new ArrayList<>();
        List<String> lines = text.replace("\uFEFF", "").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.equals(HEADER)) {
                continue;
            }
            String[] fields = line.split(",", -1);
            String at = "line " + (i + 1);
            if (fields.length != FIELDS) {
                throw wrong(at, line);
            }
            try {
                rolls.add(roll(
                        at,
                        Instant.parse(fields[0].strip()),
                        fields[1].strip(),
                        fields[2].strip(),
                        new BigDecimal(fields[3].strip()),
                        new BigDecimal(fields[4].strip())));
            } catch (DateTimeException | NumberFormatException e) {
                throw wrong(at, line);
            }
        }
        return rolls;
    }

    private static Problem wrong(String at, String line) {
        return Problem.badRequest(
                        "A line must be " + HEADER + ", such as" + " 2024-03-10T22:00:00Z,ESH24,ESM24,5152.00,5212.25.")
                .field(at, line, "no roll");
    }

    /** @throws Problem 400 when a value is beyond all prices and times, or both contracts are one */
    static Roll roll(String at, Instant time, String from, String to, BigDecimal oldPrice, BigDecimal newPrice) {
        for (BigDecimal price : List.of(oldPrice, newPrice)) {
            if (price.precision() > MOST_DIGITS || Math.abs(price.scale()) > MOST_DIGITS) {
                throw Problem.badRequest("A price has at most " + MOST_DIGITS + " digits.")
                        .field(at, price.toString(), "no price");
            }
            if (price.abs().compareTo(MOST) > 0) {
                throw Problem.badRequest("A price lies within " + MOST + " of zero.")
                        .field(at, price.toString(), "no price");
            }
        }
        if (time.isBefore(Instant.parse("1900-01-01T00:00:00Z"))
                || time.isAfter(Instant.parse("2200-01-01T00:00:00Z"))) {
            throw Problem.badRequest("The time of a roll must be one of a futures market.")
                    .field(at, time, "no time");
        }
        try {
            return new Roll(time.toEpochMilli(), from, to, oldPrice, newPrice);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(e.getMessage() + ".").field(at, from, e.getMessage());
        }
    }
}
