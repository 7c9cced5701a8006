package futures.analytics.propfirm;

/**
 * What a trader pays. Millionths.
 *
 * @param evaluation   for an evaluation, once, or for each month begun
 * @param monthly      which of the two
 * @param daysPerMonth trading days of such a month
 * @param reset        to begin anew after failing
 * @param activation   for the funded account
 * @param fundedMonth  for each month begun of the funded account
 */
public record Fees(long evaluation, boolean monthly, int daysPerMonth, long reset, long activation, long fundedMonth) {
    public Fees {
        if (daysPerMonth < 1) {
            throw new IllegalArgumentException("a month has at least one trading day");
        }
    }

    /** Whether a day, counted from 0, begins a month after the first. */
    boolean beginsMonth(int day) {
        return day > 0 && day % daysPerMonth == 0;
    }
}
