package futures.strategy;

import futures.analytics.allocation.PositionSize;
import futures.analytics.allocation.PositionSizing;
import futures.model.ContractSpec;
import java.math.BigDecimal;

/** Contracts by their full value: made by {@link Sizing}. Immutable. */
public final class ValueSizing {
    private final BigDecimal fraction;
    private final int most;

    ValueSizing(BigDecimal fraction, int most) {
        this.fraction = fraction;
        this.most = most;
    }

    public ValueSizing atMost(int contracts) {
        return new ValueSizing(fraction, contracts);
    }

    /** @param price of the contract, above zero; none are traded at a price below, as oil had in April 2020 */
    public int contracts(Broker broker, ContractSpec contract, double price) {
        return size(broker, contract, price).contracts();
    }

    /** The same, with what bound it. */
    public PositionSize size(Broker broker, ContractSpec contract, double price) {
        if (!(price > 0)) {
            return Sizing.none();
        }
        BigDecimal value = BigDecimal.valueOf(price).multiply(contract.pointValue());
        return PositionSizing.fixedFraction(Sizing.equity(broker), fraction, value, Sizing.caps(most, contract));
    }
}
