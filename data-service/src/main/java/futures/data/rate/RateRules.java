package futures.data.rate;

import futures.kit.http.Problem;
import futures.wire.data.RateRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold for rates, however they were sent. */
final class RateRules {
    private static final int MOST_ROWS = 100_000;
    private static final int LONGEST_SOURCE = 500;
    private static final BigDecimal HIGHEST = new BigDecimal("900");
    private static final int PLACES = 8;

    private RateRules() {}

    /** @throws Problem 422 naming what is wrong */
    static void pair(String pair) {
        if (!pair.matches("[A-Z]{6}") || pair.substring(0, 3).equals(pair.substring(3))) {
            throw wrong("pair", pair, "must be two different ISO codes, such as EURUSD for dollars for one euro");
        }
    }

    /** @throws Problem 422 naming what is wrong */
    static void source(String source) {
        if (source == null || source.isBlank() || source.length() > LONGEST_SOURCE) {
            throw wrong(
                    "source",
                    source,
                    "must say where the rates came from, e.g. ECB reference rates, in at most " + LONGEST_SOURCE
                            + " characters");
        }
    }

    /**
     * Oldest first.
     *
     * @throws Problem 422 naming what is wrong
     */
    static List<RateRow> rows(List<RateRow> given) {
        if (given == null || given.isEmpty() || given.size() > MOST_ROWS) {
            throw wrong(
                    "rates", given == null ? null : given.size() + " rows", "must have 1 to " + MOST_ROWS + " rows");
        }
        Set<LocalDate> days = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            check("rates[" + i + "]", given.get(i), days);
        }
        List<RateRow> sorted = new ArrayList<>(given);
        sorted.sort(Comparator.comparing(RateRow::date));
        return List.copyOf(sorted);
    }

    private static void check(String place, RateRow row, Set<LocalDate> days) {
        if (row == null || row.date() == null || row.rate() == null) {
            throw wrong(place, row, "must have a date and a rate");
        }
        if (!days.add(row.date())) {
            throw wrong(place + ".date", row.date(), "is there twice");
        }
        BigDecimal rate = row.rate();
        if (rate.signum() <= 0
                || rate.compareTo(HIGHEST) > 0
                || rate.stripTrailingZeros().scale() > PLACES) {
            throw wrong(
                    place + ".rate",
                    rate.toPlainString(),
                    "must be above 0, at most " + HIGHEST
                            + " (else send the pair the other way round) and have at most " + PLACES
                            + " decimal places");
        }
    }

    private static Problem wrong(String field, Object value, String message) {
        return Problem.unprocessable(field + " " + message + (value == null ? "." : ", found " + value + "."))
                .field(field, value, message);
    }
}
