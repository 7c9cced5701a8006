package futures.strategy;

import futures.analytics.allocation.Caps;
import futures.analytics.allocation.Kelly;
import futures.analytics.allocation.PositionSize;
import futures.analytics.allocation.PositionSizing;
import futures.model.ContractSpec;
import java.math.BigDecimal;

/**
 * How many contracts to trade: {@code docs/sizing.md}. Equity comes from the broker, tick value and initial margin from the
 * contract, whose currency is taken to be the account's; a margin that is known is never exceeded.
 *
 * <pre>{@code
 * private final StopSizing size = Sizing.fixedRisk(0.01).atMost(10);
 * ...
 * int contracts = size.contracts(broker, contract, stopTicks);
 * if (contracts > 0) {
 *     broker.send(Order.buy(contracts).withStop(stopTicks));
 * }
 * }</pre>
 */
public final class Sizing {
    private Sizing() {}

    /** Always the same number, as far as margin allows. */
    public static int fixed(int contracts, Broker broker, ContractSpec contract) {
        return PositionSizing.fixed(contracts, equity(broker), Caps.NONE.withMargin(contract.initialMargin()))
                .contracts();
    }

    /** @param fraction of equity that is lost when the stop is hit at its price: 0.01 is 1 % */
    public static StopSizing fixedRisk(double fraction) {
        return StopSizing.ofFraction(BigDecimal.valueOf(fraction));
    }

    /** @param money that is lost when the stop is hit at its price */
    public static StopSizing riskMoney(double money) {
        return StopSizing.ofMoney(BigDecimal.valueOf(money));
    }

    /**
     * Half of the Kelly fraction is lost when the stop is hit, and never more than 5 % of equity; 0 without an edge.
     *
     * @param payoff average win / |average loss|
     */
    public static StopSizing halfKelly(double winRate, double payoff) {
        return StopSizing.ofFraction(Kelly.capped(Kelly.ofPayoff(winRate, payoff)));
    }

    /**
     * The same with the exact Kelly fraction of past results.
     *
     * @param riskMultiples net / initial risk of round trips
     * @throws IllegalArgumentException when none of them lost: then there is no bound
     */
    public static StopSizing halfKelly(double[] riskMultiples) {
        double kelly = Kelly.ofResults(riskMultiples)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Kelly has no bound without a loss among the " + riskMultiples.length + " results"));
        return StopSizing.ofFraction(Kelly.capped(kelly));
    }

    /** @param fraction of equity that the contracts are worth at their full price; above 1 it borrows */
    public static ValueSizing fixedFraction(double fraction) {
        return new ValueSizing(BigDecimal.valueOf(fraction), Integer.MAX_VALUE);
    }

    /** @param annual standard deviation of equity in a year, as a fraction of it: 0.15 is 15 %; a day is 1/√252 of it */
    public static VolatilitySizing volatilityTarget(double annual) {
        return new VolatilitySizing(annual, Integer.MAX_VALUE);
    }

    /** The amount that the nearest double was made from. */
    static BigDecimal equity(Broker broker) {
        return BigDecimal.valueOf(broker.equity());
    }

    static Caps caps(int most, ContractSpec contract) {
        return new Caps(most, contract.initialMargin());
    }

    static PositionSize none() {
        return new PositionSize(0, futures.analytics.allocation.Bound.RISK);
    }
}
