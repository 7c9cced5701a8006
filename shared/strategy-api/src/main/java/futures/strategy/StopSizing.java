package futures.strategy;

import futures.analytics.allocation.PositionSize;
import futures.analytics.allocation.PositionSizing;
import futures.model.ContractSpec;
import java.math.BigDecimal;

/** Contracts by the distance of the stop: made by {@link Sizing}. Immutable. */
public final class StopSizing {
    /** Of equity; null where an amount of money is given. */
    private final BigDecimal fraction;

    private final BigDecimal money;
    private final BigDecimal costs;
    private final int most;

    private StopSizing(BigDecimal fraction, BigDecimal money, BigDecimal costs, int most) {
        this.fraction = fraction;
        this.money = money;
        this.costs = costs;
        this.most = most;
    }

    static StopSizing ofFraction(BigDecimal fraction) {
        return new StopSizing(fraction, null, BigDecimal.ZERO, Integer.MAX_VALUE);
    }

    static StopSizing ofMoney(BigDecimal money) {
        return new StopSizing(null, money, BigDecimal.ZERO, Integer.MAX_VALUE);
    }

    public StopSizing atMost(int contracts) {
        return new StopSizing(fraction, money, costs, contracts);
    }

    /** @param perContract commission, fees and expected slippage of a round trip, which are lost beside the stop */
    public StopSizing withCosts(double perContract) {
        return new StopSizing(fraction, money, BigDecimal.valueOf(perContract), most);
    }

    /** @param stopTicks distance from entry to stop, at least 1 */
    public int contracts(Broker broker, ContractSpec contract, int stopTicks) {
        return size(broker, contract, stopTicks).contracts();
    }

    /** The same, with what bound it. */
    public PositionSize size(Broker broker, ContractSpec contract, int stopTicks) {
        BigDecimal equity = Sizing.equity(broker);
        BigDecimal loss = PositionSizing.lossPerContract(stopTicks, contract.tickValue(), costs);
        return fraction == null
                ? PositionSizing.riskMoney(money, equity, loss, Sizing.caps(most, contract))
                : PositionSizing.fixedRisk(equity, fraction, loss, Sizing.caps(most, contract));
    }
}
