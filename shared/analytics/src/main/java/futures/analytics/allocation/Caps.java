package futures.analytics.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What no rule may exceed.
 *
 * @param contracts         at most, 0 or more
 * @param marginPerContract initial margin in the currency of equity; null when it is not known or not asked for
 */
public record Caps(int contracts, BigDecimal marginPerContract) {
    public static final Caps NONE = new Caps(Integer.MAX_VALUE, null);

    public Caps {
        if (contracts < 0) {
            throw new IllegalArgumentException("a limit of contracts must be 0 or more, found " + contracts);
        }
        if (marginPerContract != null && marginPerContract.signum() < 0) {
            throw new IllegalArgumentException("margin must not be negative, found " + marginPerContract);
        }
    }

    public Caps withContracts(int most) {
        return new Caps(most, marginPerContract);
    }

    public Caps withMargin(BigDecimal perContract) {
        return new Caps(contracts, perContract);
    }

    /** The wanted number of contracts, or as many as are allowed; where both caps allow as few, it is margin. */
    PositionSize apply(BigDecimal wanted, BigDecimal equity) {
        BigDecimal whole = wanted.max(BigDecimal.ZERO).setScale(0, RoundingMode.FLOOR);
        Bound bound = Bound.RISK;
        if (whole.compareTo(BigDecimal.valueOf(contracts)) > 0) {
            whole = BigDecimal.valueOf(contracts);
            bound = Bound.LIMIT;
        }
        if (marginPerContract != null && marginPerContract.signum() > 0) {
            BigDecimal payable = equity.max(BigDecimal.ZERO).divideToIntegralValue(marginPerContract);
            if (whole.compareTo(payable) > 0 || (bound == Bound.LIMIT && whole.compareTo(payable) == 0)) {
                whole = payable;
                bound = Bound.MARGIN;
            }
        }
        return new PositionSize(whole.intValueExact(), bound);
    }
}
