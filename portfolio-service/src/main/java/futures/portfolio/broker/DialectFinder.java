package futures.portfolio.broker;

import futures.kit.http.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Tells by its header what a file is. */
final class DialectFinder {
    private DialectFinder() {}

    /**
     * @param asked name of the dialect; null to find it
     * @throws Problem 422 when it is none that is known, or columns are missing
     */
    static Dialect of(Sheet sheet, String asked) {
        if (asked != null) {
            Dialect dialect = Dialect.valueOf(asked.toUpperCase(java.util.Locale.ROOT));
            if (!sheet.has(dialect.needed())) {
                throw missing(sheet, dialect);
            }
            return dialect;
        }
        for (Dialect dialect : Dialect.values()) {
            if (sheet.has(dialect.needed())) {
                return dialect;
            }
        }
        if (sheet.has(List.of("buyFillId", "sellFillId", "boughtTimestamp"))) {
            throw Problem.unprocessable(
                    "This is Tradovate's Performance report, which has no commissions; export the report"
                            + " Fills instead.");
        }
        if (sheet.has(List.of("Market pos.", "Entry price", "Exit price"))) {
            throw Problem.unprocessable("This is NinjaTrader's list of trades; export the Executions instead.");
        }
        throw missing(sheet, nearest(sheet));
    }

    private static Dialect nearest(Sheet sheet) {
        return Arrays.stream(Dialect.values())
                .max((a, b) -> Long.compare(there(sheet, a), there(sheet, b)))
                .orElseThrow();
    }

    private static long there(Sheet sheet, Dialect dialect) {
        return dialect.needed().stream().filter(name -> sheet.column(name) >= 0).count();
    }

    private static Problem missing(Sheet sheet, Dialect nearest) {
        String lacking =
                nearest.needed().stream().filter(name -> sheet.column(name) < 0).collect(Collectors.joining(", "));
        return Problem.unprocessable(
                        "The columns are those of no export that is known (ninjatrader, tradovate, topstepx);"
                                + " for " + nearest.text() + " there is no " + lacking + ". Found: "
                                + String.join(", ", sheet.header()) + ".")
                .field("dialect", null, "missing columns: " + lacking);
    }
}
