package futures.portfolio.broker;

import futures.model.FuturesContract;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of contracts as platforms write them, as the one that is used here: {@code MNQ 12-25}, {@code MNQ DEC25} and
 * {@code MNQZ5} are {@code MNQZ25}. */
final class Instrument {
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final Pattern NAMED = Pattern.compile("([A-Z0-9]{1,4}) ([A-Z]{3})(\\d{2})");
    private static final Pattern SHORT = Pattern.compile("([A-Z0-9]{1,4}?)([FGHJKMNQUVXZ])(\\d)");
    private static final Pattern PLAIN = Pattern.compile("[A-Z0-9][A-Z0-9._@-]{0,39}");

    private Instrument() {}

    /**
     * @param traded decides the decade of a year of one digit: the first that is not before it
     * @throws RowFault when it is no symbol
     */
    static String symbol(String column, String text, Instant traded) throws RowFault {
        String name = text.strip().toUpperCase(Locale.ROOT);
        if (name.startsWith("/")) {
            name = name.substring(1);
        }
        Matcher named = NAMED.matcher(name);
        if (named.matches() && MONTHS.contains(named.group(2))) {
            int month = MONTHS.indexOf(named.group(2)) + 1;
            return new FuturesContract(named.group(1), YearMonth.of(2000 + Integer.parseInt(named.group(3)), month))
                    .symbol();
        }
        Matcher digit = SHORT.matcher(name);
        if (digit.matches()) {
            int year = traded.atZone(ZoneOffset.UTC).getYear();
            while (year % 10 != Integer.parseInt(digit.group(3))) {
                year++;
            }
            return digit.group(1) + digit.group(2) + String.format(Locale.ROOT, "%02d", year % 100);
        }
        String found = FuturesContract.parse(name).map(FuturesContract::symbol).orElse(name);
        if (!PLAIN.matcher(found).matches()) {
            throw new RowFault(column + " '" + text + "' is no contract");
        }
        return found;
    }
}
