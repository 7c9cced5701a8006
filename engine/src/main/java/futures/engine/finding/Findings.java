package futures.engine.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All checks. */
public final class Findings {
    private static final List<Check> CHECKS = List.of(
            new BelowZero(),
            new MarginCalls(),
            new SameCloseFills(),
            new SeenPredictions(),
            new FewTrades(),
            new TradesPerParameter(),
            new CostsAgainstProfit(),
            new OneDay(),
            new OneTrade(),
            new AmbiguousTrades(),
            new BothLegs(),
            new StaleFills(),
            new OutsideRegularHours(),
            new WaivedSlippage(),
            new OffGridPrices(),
            new RefusedOrders(),
            new LongFlat(),
            new StillOpen());

    private Findings() {}

    /** What the checks find, the most serious first. */
    public static List<Finding> of(RunFacts run) {
        return CHECKS.stream()
                .map(check -> check.look(run))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
    }
}
