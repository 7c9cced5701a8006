package futures.portfolio.ledger;

import futures.kit.http.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;

/** What names, times and prices from outside may be. Each check gives null, or what the value must be. */
public final class Given {
    public static final int MOST_CONTRACTS = 100_000;
    public static final int LONGEST_TEXT = 200;
    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,39}");
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Given() {}

    public static String symbol(String symbol) {
        return symbol != null && SYMBOL.matcher(symbol).matches()
                ? null
                : "must be a symbol such as ES, ESZ24 or ES.v.0@ratio";
    }

    public static String text(String text) {
        return text == null || (text.length() <= LONGEST_TEXT && text.chars().noneMatch(Character::isISOControl))
                ? null
                : "must be one line of " + LONGEST_TEXT + " characters at most";
    }

    public static String price(BigDecimal price) {
        return price != null && Decimals.isSmall(price)
                ? null
                : "must be a price with 12 digits before and 20 behind the point at most";
    }

    public static String money(BigDecimal money) {
        return money != null && Cents.isExact(money) ? null : "must be an amount with two decimals at most";
    }

    public static String quantity(int quantity) {
        return quantity >= 1 && quantity <= MOST_CONTRACTS ? null : "must be from 1 to " + MOST_CONTRACTS;
    }

    public static String time(Instant time) {
        return time != null && !time.isBefore(EARLIEST) && time.isBefore(LATEST)
                ? null
                : "must be a time such as 2024-03-28T14:30:00Z, from 1900 to 2199";
    }

    /**
     * @param fault what the checks above gave
     * @throws Problem 400 when there is one
     */
    public static void check(String field, Object value, String fault) {
        if (fault != null) {
            throw Problem.badRequest("'" + field + "' " + fault + ".").field(field, value, fault);
        }
    }
}
