package futures.strategies;

import futures.model.ContractSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * How far stop and target are from the entry, in ticks; 0 for none.
 *
 * <p>The usual ones suit a contract's intraday swing; the target is twice as far away as the stop. Distances are in points, the way
 * they are talked about: 10 points in ES are 40 ticks or 500 USD a contract. Micro contracts quote like their big ones and share
 * their distances.
 */
record Exits(int stopTicks, int targetTicks) {
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
