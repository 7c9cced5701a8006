package futures.strategy;

import futures.analytics.allocation.PositionSize;
import futures.analytics.allocation.PositionSizing;
import futures.model.ContractSpec;
import java.math.BigDecimal;
import java.math.MathContext;

/** Contracts by how far price moves on an ordinary day: made by {@link Sizing}. Immutable. */
public final class VolatilitySizing {
    private static final BigDecimal ROOT_OF_DAYS = BigDecimal.valueOf(252).sqrt(MathContext.DECIMAL64);

    private final double annual;
    private final int most;

    VolatilitySizing(double annual, int most) {
        if (!(annual >= 0) || Double.isInfinite(annual)) {
            throw new IllegalArgumentException(
                    "a volatility target must be a fraction of equity, 0 or more, found " + annual);
        }
        this.annual = annual;
        this.most = most;
    }

    public VolatilitySizing atMost(int contracts) {
        return new VolatilitySizing(annual, contracts);
    }

    /**
     * @param points average true range, or standard deviation of changes, of daily bars; where it is not known yet (NaN) or
     *               nothing moved, none are traded
     */
    public int contracts(Broker broker, ContractSpec contract, double points) {
        return size(broker, contract, points).contracts();
    }

    /** The same, with what bound it. */
    public PositionSize size(Broker broker, ContractSpec contract, double points) {
        if (!(points > 0) || Double.isInfinite(points)) {
            return Sizing.none();
        }
        BigDecimal equity = Sizing.equity(broker);
        BigDecimal target = equity.multiply(BigDecimal.valueOf(annual)).divide(ROOT_OF_DAYS, MathContext.DECIMAL64);
        return PositionSizing.volatilityTarget(
                target, equity, BigDecimal.valueOf(points), contract.pointValue(), Sizing.caps(most, contract));
    }
}
