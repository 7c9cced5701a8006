package futures.analytics.allocation;

import java.math.BigDecimal;

/**
 * Rules for the size of a position. Amounts are decimals in one currency, sizes whole contracts, rounded down. An account
 * without equity gets 0.
 */
public final class PositionSizing {
    private PositionSizing() {}

    /** Always the same number, as far as the caps allow. */
    public static PositionSize fixed(int contracts, BigDecimal equity, Caps caps) {
        if (contracts < 0) {
            throw new IllegalArgumentException("a number of contracts must be 0 or more, found " + contracts);
        }
        return caps.apply(BigDecimal.valueOf(contracts), equity);
    }

    /**
     * As many contracts as lose at most a fraction of equity when the stop is hit at its price:
     * ⌊equity × fraction / loss per contract⌋.
     *
     * <p>Worked example, ES (a tick is 12.50): 100,000 of equity, 1 % and a stop of 16 ticks risk 1,000 at 200 a contract:
     * 5 contracts. With 5 of costs for the round trip it is 205 a contract: 4.
     *
     * @param fraction        0 to 1
     * @param lossPerContract at the stop, above zero: {@link #lossPerContract}
     */
    public static PositionSize fixedRisk(
            BigDecimal equity, BigDecimal fraction, BigDecimal lossPerContract, Caps caps) {
        return riskMoney(equity.multiply(share(fraction)), equity, lossPerContract, caps);
    }

    /** As many contracts as lose at most an amount of money when the stop is hit at its price. */
    public static PositionSize riskMoney(BigDecimal money, BigDecimal equity, BigDecimal lossPerContract, Caps caps) {
        return divide(money, equity, lossPerContract, "the loss per contract", caps);
    }

    /**
     * What one contract loses between entry and stop, costs included; slippage and gaps come on top.
     *
     * @param stopTicks distance, at least 1
     * @param costs     for the round trip
     */
    public static BigDecimal lossPerContract(int stopTicks, BigDecimal tickValue, BigDecimal costs) {
        if (stopTicks < 1) {
            throw new IllegalArgumentException("a stop must be at least 1 tick away, found " + stopTicks);
        }
        return tickValue.multiply(BigDecimal.valueOf(stopTicks)).add(costs);
    }

    /**
     * As many contracts as a multiple of equity is worth: ⌊equity × fraction / value per contract⌋.
     *
     * <p>Worked example, MES (5 a point) at 5,000.00: a contract is worth 25,000; 100,000 of equity and a fraction of 0.6
     * give 2 contracts, one of 2.0 (twice the equity) 8.
     *
     * @param fraction         0 or more; above 1 it borrows
     * @param valuePerContract price × point value; or what else stands for one contract, such as its largest loss (then the
     *                         fraction is Vince's f)
     */
    public static PositionSize fixedFraction(
            BigDecimal equity, BigDecimal fraction, BigDecimal valuePerContract, Caps caps) {
        if (fraction.signum() < 0) {
            throw new IllegalArgumentException("a fraction of equity must be 0 or more, found " + fraction);
        }
        return divide(equity.multiply(fraction), equity, valuePerContract, "the value per contract", caps);
    }

    /**
     * As many contracts as move equity by a target on an ordinary day: ⌊target / (volatility × point value)⌋.
     *
     * <p>Worked example, CL (1,000 a point): a target of 2,000 a day and a daily average true range of 1.85 give 1
     * contract; with 0.90 it is 2.
     *
     * @param targetPerDay   money
     * @param volatility     average true range or standard deviation of a day, in points, above zero
     */
    public static PositionSize volatilityTarget(
            BigDecimal targetPerDay, BigDecimal equity, BigDecimal volatility, BigDecimal pointValue, Caps caps) {
        return divide(targetPerDay, equity, volatility.multiply(pointValue), "the volatility per contract", caps);
    }

    private static PositionSize divide(
            BigDecimal money, BigDecimal equity, BigDecimal perContract, String what, Caps caps) {
        if (perContract.signum() <= 0) {
            throw new IllegalArgumentException(what + " must be above zero, found " + perContract.toPlainString());
        }
        BigDecimal spendable = equity.signum() <= 0 ? BigDecimal.ZERO : money.max(BigDecimal.ZERO);
        return caps.apply(spendable.divideToIntegralValue(perContract), equity);
    }

    private static BigDecimal share(BigDecimal fraction) {
        if (fraction.signum() < 0 || fraction.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a fraction of equity to risk must be from 0 to 1, found "
                    + fraction.toPlainString() + "; 1 % is 0.01");
        }
        return fraction;
    }
}
