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
    private static final Pattern SYMBOL = Pattern.compile("([A-Z0-9]{1,4}?)([FGHJKMNQUVXZ])([0-9]{2})");

    /** The contract that a symbol such as {@code ESZ24} names, or nothing when it names none. Years are 1970 to 2069. */
    public static Optional<FuturesContract> parse(String symbol) {
        Matcher matcher = SYMBOL.matcher(symbol);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int month = MONTH_CODES.indexOf(matcher.group(2)) + 1;
        int twoDigits = Integer.parseInt(matcher.group(3));
        int year = twoDigits >= 70 ? 1900 + twoDigits : 2000 + twoDigits;
        return Optional.of(new FuturesContract(matcher.group(1), YearMonth.of(year, month)));
    }

    public String symbol() {
        return root
                + MONTH_CODES.charAt(month.getMonthValue() - 1)
                + String.format(Locale.ROOT, "%02d", month.getYear() % 100);
    }
}
