package futures.portfolio.broker;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as exports write them: {@code $1,234.50}, {@code (400.00)}, {@code $(400.00)}, {@code 21000,25}. */
final class Amount {
    private static final Pattern NUMBER = Pattern.compile("(-?)\\$?(\\()?(-?)\\$*([0-9][0-9.,]*)\\)?");
    private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[0-9]+,[0-9]+");
    private static final Pattern DECIMAL_POINT = Pattern.compile("[0-9]+(\\.[0-9]+)?");

    private Amount() {}

    /**
     * @param separator of the file's cells: where it is no comma, a single comma is a decimal one
     * @throws RowFault when it is no number
     */
    static BigDecimal of(String column, String text, char separator) throws RowFault {
        Matcher matcher = NUMBER.matcher(text.replace(" ", "").replace("\u00A0", ""));
        if (!matcher.matches()) {
            throw new RowFault(column + " '" + text + "' is no number");
        }
        BigDecimal number = new BigDecimal(plain(column, matcher.group(4), separator));
        boolean negative = !matcher.group(1).isEmpty()
                || matcher.group(2) != null
                || !matcher.group(3).isEmpty();
        return negative ? number.negate() : number;
    }

    private static String plain(String column, String digits, char separator) throws RowFault {
        if (DECIMAL_POINT.matcher(digits).matches()) {
            return digits;
        }
        if (separator != ',' && DECIMAL_COMMA.matcher(digits).matches()) {
            return digits.replace(',', '.');
        }
        if (THOUSANDS.matcher(digits).matches()) {
            return digits.replace(",", "");
        }
        throw new RowFault(column + " '" + digits + "' can be read in more than one way, or in none");
    }

    /** @throws RowFault unless it is a whole number of contracts, 1 or more */
    static int contracts(String column, String text, char separator) throws RowFault {
        BigDecimal number = of(column, text, separator).stripTrailingZeros();
        if (number.scale() > 0 || number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(100_000)) > 0) {
            throw new RowFault(column + " '" + text + "' is no whole number of contracts from 1 to 100000");
        }
        return number.intValueExact();
    }
}
