package futures.strategies;

import futures.model.ContractSpec;
import futures.model.Order;
import futures.model.Side;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.ChoiceParameter;
import futures.strategy.IntParameter;
import futures.strategy.Line;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * Trades the cross of two simple moving averages of closes: long when the fast one comes above the slow one, short when
 * it comes below, turning around at the opposite cross. Between, a stop and a target may close the position; it then
 * waits for the next cross.
 *
 * <p>Source: William Brock, Josef Lakonishok and Blake LeBaron, <i>Simple Technical Trading Rules and the Stochastic Properties of
 * Stock Returns</i>, Journal of Finance, 1992, who test such crosses on ninety years of the Dow Jones index, with longer averages. Stop and
 * target are not theirs.
 */
public final class SimpleMAStrategy extends Strategy {
    private final IntParameter fast = integer("fast_period", 10, 2, 100, 2, "bars in the fast average");
    private final IntParameter slow =
            integer("slow_period", 20, 5, 400, 5, "bars in the slow average, above fast_period");
    private final IntParameter contracts = integer("contracts", 1, 1, 1000, 1, "contracts per trade");
    private final ChoiceParameter exits = choice(
            "exits",
            List.of("contract", "ticks", "none"),
            "stop and target: the contract's usual ones, those given in ticks, or none");
    private final IntParameter stop =
            integer("stop_ticks", 40, 0, 1000, 20, "with exits = ticks: stop distance in ticks, 0 for none");
    private final IntParameter target =
            integer("target_ticks", 80, 0, 1000, 20, "with exits = ticks: target distance in ticks, 0 for none");

    private Line fastAverage;
    private Line slowAverage;
    private Order buy;
    private Order sell;

    public SimpleMAStrategy() {
        requireBelow(fast, slow);
    }

    @Override
    public String description() {
        return "Cross of two moving averages, always turning around, with a stop and a target by contract";
    }

    @Override
    protected void start(Setup setup) {
        fastAverage = setup.sma(fast.value());
        slowAverage = setup.sma(slow.value());
        setup.callOnlyAtCrosses(fastAverage, slowAverage);
        Exits legs = switch (exits.value()) {
            case "contract" -> Exits.usualFor(setup.contract());
            case "ticks" -> new Exits(stop.value(), target.value());
            default -> new Exits(0, 0);
        };
        buy = Order.buy(contracts.value()).withStop(legs.stopTicks()).withTarget(legs.targetTicks());
        sell = buy.to(Side.SHORT);
    }

    @Override
    protected void onBar(Bars bars, Broker broker) {
        if (fastAverage.crossesAbove(slowAverage) && broker.position() <= 0) {
            turn(buy, broker);
        } else if (fastAverage.crossesBelow(slowAverage) && broker.position() >= 0) {
            turn(sell, broker);
        }
    }

    private static void turn(Order entry, Broker broker) {
        broker.close();
        broker.send(entry);
    }

    /**
     * How far stop and target are from the entry, in ticks; 0 for none.
     *
     * <p>The usual ones suit a contract's intraday swing; the target is twice as far away as the stop. Distances are in points, the way
     * they are talked about: 10 points in ES are 40 ticks or 500 USD a contract. Micro contracts quote like their big ones and share
     * their distances.
     */
    private record Exits(int stopTicks, int targetTicks) {
        private static final Map<String, String> STOP_POINTS = Map.ofEntries(
                Map.entry("ES", "10"),
                Map.entry("MES", "10"),
                Map.entry("NQ", "40"),
                Map.entry("MNQ", "40"),
                Map.entry("YM", "80"),
                Map.entry("MYM", "80"),
                Map.entry("RTY", "6"),
                Map.entry("M2K", "6"),
                Map.entry("CL", "0.40"),
                Map.entry("MCL", "0.40"),
                Map.entry("GC", "6"),
                Map.entry("MGC", "6"),
                Map.entry("SI", "0.15"),
                Map.entry("ZB", "0.5"),
                Map.entry("ZN", "0.25"),
                Map.entry("6E", "0.0025"));

        private static final int OTHERS = 40;

        /** Contracts that are not listed get 40 ticks. */
        static Exits usualFor(ContractSpec contract) {
            String points = STOP_POINTS.get(contract.symbol());
            int stop = points == null
                    ? OTHERS
                    : new BigDecimal(points)
                            .divide(contract.ticks().tickSize(), 0, RoundingMode.UP)
                            .intValueExact();
            return new Exits(stop, 2 * stop);
        }
    }
}
