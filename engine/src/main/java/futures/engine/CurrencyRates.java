package futures.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What one unit of a contract's currency was worth in the account's, by day. Immutable. */
public final class CurrencyRates {
    static final int PLACES = 8;
    static final long ONE = 100_000_000;
    private static final BigDecimal HIGHEST = new BigDecimal("900");

    /** Amounts stay as they are: both currencies are the same. */
    public static final CurrencyRates SAME = new CurrencyRates(Map.of(LocalDate.MIN, BigDecimal.ONE));

    private final NavigableMap<LocalDate, Long> byDay = new TreeMap<>();

    private CurrencyRates(Map<LocalDate, BigDecimal> rates) {
        rates.forEach((day, rate) -> byDay.put(day, exact(day, rate)));
    }

    /**
     * @param rates by day: units of the account's currency for one of the contract's, above 0, at most 900, with up to eight
     *              decimal places. A trading day uses the last rate of a day before it
     */
    public static CurrencyRates of(Map<LocalDate, BigDecimal> rates) {
        if (rates.isEmpty()) {
            throw new IllegalArgumentException("a table of currency rates needs at least one rate");
        }
        return new CurrencyRates(rates);
    }

    private static long exact(LocalDate day, BigDecimal rate) {
        if (rate.signum() <= 0
                || rate.compareTo(HIGHEST) > 0
                || rate.stripTrailingZeros().scale() > PLACES) {
            throw new IllegalArgumentException("the rate of " + day + " must be above 0, at most " + HIGHEST
                    + " and have at" + " most " + PLACES + " decimal places, found " + rate);
        }
        return rate.movePointRight(PLACES).longValueExact();
    }

    /** Hundred-millionths of the account's unit, as known before a trading day. */
    long before(LocalDate tradingDay) {
        Map.Entry<LocalDate, Long> entry = byDay.lowerEntry(tradingDay);
        if (entry == null) {
            throw new IllegalArgumentException(
                    "there is no currency rate before " + tradingDay + "; the first one is of " + byDay.firstKey());
        }
        return entry.getValue();
    }

    /** SHA-256 of all rows, in lower-case hexadecimal. */
    public String hash() {
        Sha256 hash = new Sha256();
        byDay.forEach((day, rate) -> hash.add(day.toString()).add(rate));
        return hash.hex();
    }

    /** An amount in millionths, converted, half to even. */
    static long convert(long millionths, long rate) {
        if (rate == ONE) {
            return millionths;
        }
        return BigDecimal.valueOf(millionths)
                .multiply(BigDecimal.valueOf(rate, PLACES))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
