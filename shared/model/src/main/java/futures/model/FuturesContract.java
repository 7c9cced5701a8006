package futures.model;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dated contract of a product: {@code ESZ24} is ES for December 2024.
 *
 * @param root product symbol
 */
public record FuturesContract(String root, YearMonth month) {
    private static final String MONTH_CODES = "FGHJKMNQUVXZ";
    private static final Pattern SYMBOL = Pattern.compile("([A-Z0-9]{1,4}?)([FGHJKMNQUVXZ])([0-9]{2}|[0-9]{4})");
    /** {@code ES 12-24}, as NinjaTrader writes. */
    private static final Pattern MONTH_FIRST = Pattern.compile("([A-Z0-9]{1,4}) ([0-9]{2})-([0-9]{2}|[0-9]{4})");
    /** {@code ES_2024_12}, {@code ES-202412}: names of files. */
    private static final Pattern YEAR_FIRST = Pattern.compile("([A-Z0-9]{1,4})[_-]([0-9]{4})[_-]?([0-9]{2})");

    private static final Pattern SHORT = Pattern.compile("([A-Z0-9]{1,4}?)[FGHJKMNQUVXZ][0-9]");

    /**
     * The contract that a symbol names, or nothing when it names none: {@code ESZ24}, and as vendors write it, {@code ESZ2024},
     * {@code ES 12-24}, {@code ES_2024_12}, {@code ES-202412}. Years of two digits are 1970 to 2069.
     */
    public static Optional<FuturesContract> parse(String symbol) {
        Matcher coded = SYMBOL.matcher(symbol);
        if (coded.matches()) {
            return contract(coded.group(1), coded.group(3), MONTH_CODES.indexOf(coded.group(2)) + 1);
        }
        Matcher monthFirst = MONTH_FIRST.matcher(symbol);
        if (monthFirst.matches()) {
            return contract(monthFirst.group(1), monthFirst.group(3), Integer.parseInt(monthFirst.group(2)));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(symbol);
        return yearFirst.matches()
                ? contract(yearFirst.group(1), yearFirst.group(2), Integer.parseInt(yearFirst.group(3)))
                : Optional.empty();
    }

    /**
     * The contract with which a text begins, such as the name of a file: ES for December 2024 of {@code ES 12-24.Last.txt},
     * {@code esz24_1min.csv} and {@code ES_2024_12.csv.gz}.
     */
    public static Optional<FuturesContract> leading(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        for (int end = upper.length(); end > 0; end--) {
            boolean within = end < upper.length() && Character.isLetterOrDigit(upper.charAt(end));
            Optional<FuturesContract> found = within ? Optional.empty() : parse(upper.substring(0, end));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<FuturesContract> contract(String root, String digits, int month) {
        if (month < 1 || month > 12) {
            return Optional.empty();
        }
        int year = Integer.parseInt(digits);
        if (digits.length() == 2) {
            year += year >= 70 ? 1900 : 2000;
        }
        return Optional.of(new FuturesContract(root, YearMonth.of(year, month)));
    }

    /**
     * The product of a symbol that names its year by the last digit only, such as {@code ESZ4}, which may be {@code ESZ14} or
     * {@code ESZ24}; nothing for other symbols.
     */
    public static Optional<String> rootOfOpenDecade(String symbol) {
        Matcher matcher = SHORT.matcher(symbol);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    public String symbol() {
        return root
                + MONTH_CODES.charAt(month.getMonthValue() - 1)
                + String.format(Locale.ROOT, "%02d", month.getYear() % 100);
    }
}
