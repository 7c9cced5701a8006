package futures.engine;

import java.math.BigDecimal;

/**
 * What trading costs.
 *
 * @param commission          money per contract and side, to the broker
 * @param fees                money per contract and side, to the exchange and the clearing house
 * @param marketSlippageTicks ticks by which a market order fills worse than the open
 * @param stopSlippageTicks   ticks by which a stop fills worse than its price, or than the open that gapped through it
 */
public record Costs(BigDecimal commission, BigDecimal fees, int marketSlippageTicks, int stopSlippageTicks) {
    public static final Costs NONE = new Costs(BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);

    public Costs {
        if (commission.signum() < 0 || fees.signum() < 0 || marketSlippageTicks < 0 || stopSlippageTicks < 0) {
            throw new IllegalArgumentException("costs must not be negative, found commission " + commission + ", fees "
                    + fees + ", slippage " + marketSlippageTicks + " and " + stopSlippageTicks + " ticks");
        }
    }

    /** Commission in money per contract and side, and the same slippage for market orders and stops. */
    public static Costs of(String commission, int slippageTicks) {
        return new Costs(new BigDecimal(commission), BigDecimal.ZERO, slippageTicks, slippageTicks);
    }

    BigDecimal perContractAndSide() {
        return commission.add(fees);
    }
}
