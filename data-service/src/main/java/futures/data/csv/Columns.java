package futures.data.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Position of each column in a row, counted from 0; -1 where the file has none.
 *
 * @param time   a column of its own for the time of day, when {@code stamp} holds but the date
 * @param symbol names the contract of a row in files that hold several
 */
public record Columns(
        int stamp, int time, int open, int high, int low, int close, int volume, int symbol, int openInterest) {
    private static final List<String> ORDER =
            List.of("stamp", "time", "open", "high", "low", "close", "volume", "symbol", "open_interest");
    private static final Map<String, List<String>> NAMES = Map.of(
            "stamp",
                    List.of(
                            "ts_event",
                            "timestamp",
                            "datetime",
                            "date/time",
                            "date time",
                            "date",
                            "day",
                            "gmt time",
                            "dt"),
            "time", List.of("time", "hour", "local time"),
            "open", List.of("open", "o", "open price"),
            "high", List.of("high", "h", "max", "high price"),
            "low", List.of("low", "l", "min", "low price"),
            "close", List.of("close", "c", "last", "close/last", "close price"),
            "volume", List.of("volume", "v", "vol", "vol.", "total volume", "totalvolume", "tickvol"),
            "symbol", List.of("symbol", "ticker", "contract", "instrument"),
            "open_interest",
                    List.of(
                            "open_interest",
                            "open interest",
                            "openinterest",
                            "open int",
                            "open int.",
                            "openint",
                            "oi"));

    /** What the columns of a header line hold. */
    static Columns ofHeader(List<String> header) throws DialectException {
        List<String> names = header.stream().map(Columns::plain).toList();
        int[] at = new int[ORDER.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = position(names, NAMES.get(ORDER.get(i)));
            if (at[i] >= 0 && names.lastIndexOf(names.get(at[i])) != at[i]) {
                throw new DialectException(
                        "columns",
                        "the column '" + names.get(at[i]) + "' comes twice in " + header
                                + "; give columns= in the order of the file, - for those to be left out");
            }
        }
        if (at[0] < 0) {
            // TradingView and others call the whole stamp "time".
            at[0] = at[1];
            at[1] = -1;
        }
        return of(at, header);
    }

    /** As the import parameter {@code columns} says, e.g. {@code stamp,open,high,low,close,volume}; {@code -} skips one. */
    public static Columns parse(String text) throws DialectException {
        List<String> names = List.of(text.toLowerCase(Locale.ROOT).split("\\s*,\\s*"));
        for (String name : names) {
            if (!ORDER.contains(name) && !name.equals("-")) {
                throw new DialectException(
                        "columns",
                        "'" + name + "' is no column; write these in the order of the file: " + ORDER
                                + ", - for others");
            }
        }
        return of(ORDER.stream().mapToInt(names::indexOf).toArray(), names);
    }

    private static Columns of(int[] at, List<String> header) throws DialectException {
        List<String> missing = new ArrayList<>();
        for (int i : new int[] {0, 2, 3, 4, 5}) {
            if (at[i] < 0) {
                missing.add(ORDER.get(i));
            }
        }
        if (!missing.isEmpty()) {
            throw new DialectException(
                    "columns",
                    "no column for " + missing + " among " + header + "; give columns= in the order of the file, e.g."
                            + " stamp,open,high,low,close,volume");
        }
        return new Columns(at[0], at[1], at[2], at[3], at[4], at[5], at[6], at[7], at[8]);
    }

    private static int position(List<String> names, List<String> accepted) {
        return accepted.stream()
                .filter(names::contains)
                .mapToInt(names::indexOf)
                .findFirst()
                .orElse(-1);
    }

    /** {@code "Open (O)"}, {@code <OPEN>} and {@code open} are one name. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("\\(.*\\)", "")
                .replaceAll("[<>\"\uFEFF]", "")
                .strip();
    }

    int highest() {
        int most = Math.max(Math.max(Math.max(stamp, time), openInterest), Math.max(volume, symbol));
        return Math.max(Math.max(most, Math.max(open, high)), Math.max(low, close));
    }
}
