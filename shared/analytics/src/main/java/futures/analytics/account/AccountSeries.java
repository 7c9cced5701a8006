package futures.analytics.account;

import java.util.Optional;

/**
 * One series of an account in its three forms: what it was worth, its profits as fractions of the capital that it began with
 * (they add up, as those of a fixed number of contracts do), and as fractions of what it was worth before each (they compound).
 */
public final class AccountSeries {
    private final double[] equity;
    private final double[] onCapital;
    private final double[] onEquity;

    private AccountSeries(double[] equity, double[] onCapital, double[] onEquity) {
        this.equity = equity;
        this.onCapital = onCapital;
        this.onEquity = onEquity;
    }

    /**
     * Of what the account was worth.
     *
     * @param equity at the start, above zero, and after each period
     */
    public static AccountSeries ofEquity(double[] equity) {
        if (equity.length == 0 || !(equity[0] > 0)) {
            throw new IllegalArgumentException("equity begins with a start value above 0");
        }
        double[] own = equity.clone();
        double[] simple = new double[own.length - 1];
        for (int i = 0; i < simple.length; i++) {
            simple[i] = (own[i + 1] - own[i]) / own[0];
        }
        return new AccountSeries(own, simple, running(own));
    }

    /** Of profits as fractions of the capital at the start, which is above zero. */
    public static AccountSeries ofReturnsOnCapital(double[] returns, double capital) {
        double[] equity = new double[returns.length + 1];
        equity[0] = capital;
        for (int i = 0; i < returns.length; i++) {
            equity[i + 1] = equity[i] + capital * returns[i];
        }
        return new AccountSeries(equity, returns.clone(), running(equity));
    }

    /**
     * Of returns on what the account was worth before each. A period that loses all or more ends it at zero: nothing is
     * compounded after it.
     *
     * @param capital at the start, above zero
     */
    public static AccountSeries ofReturnsOnEquity(double[] returns, double capital) {
        double[] equity = new double[returns.length + 1];
        double[] simple = new double[returns.length];
        equity[0] = capital;
        for (int i = 0; i < returns.length; i++) {
            equity[i + 1] = equity[i] * Math.max(0, 1 + returns[i]);
            simple[i] = (equity[i + 1] - equity[i]) / capital;
        }
        return new AccountSeries(equity, simple, returns.clone());
    }

    /** Null when nothing was left before the last period. */
    private static double[] running(double[] equity) {
        double[] returns = new double[equity.length - 1];
        for (int i = 0; i < returns.length; i++) {
            if (equity[i] <= 0) {
                return null;
            }
            returns[i] = (equity[i + 1] - equity[i]) / equity[i];
        }
        return returns;
    }

    public int periods() {
        return equity.length - 1;
    }

    /** The start value, then one per period; not a copy, as are those below. */
    public double[] equity() {
        return equity;
    }

    public double[] onCapital() {
        return onCapital;
    }

    /** Empty when the account was lost before the end. */
    public Optional<double[]> onEquity() {
        return Optional.ofNullable(onEquity);
    }
}
