package futures.benchmarks;

import futures.engine.Assignment;
import futures.engine.JointBacktest;
import futures.engine.JointRequest;
import futures.engine.JointResult;
import futures.engine.Market;
import futures.model.ContractSpec;
import futures.strategies.SimpleMAStrategy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What several strategies on one account cost, by bars, strategies and symbols. Each row is the best of its rounds: the
 * machine's other work only ever makes them slower.
 *
 * <p>Arguments: rounds (3), most bars (10000000).
 */
public final class ScaleMeasurement {
    private static final int YEAR = 355_000;

    private ScaleMeasurement() {}

    public static void main(String[] args) {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        int most = args.length > 1 ? Integer.parseInt(args[1]) : 10_000_000;
        System.out.println("| symbols | bars each | strategies | s | ns per bar and strategy | round trips |");
        System.out.println("|---|---|---|---|---|---|");
        row(1, 100_000, 5, 1);
        for (int bars = 100_000; bars <= most; bars *= 10) {
            for (int strategies : new int[] {1, 5, 20}) {
                System.out.println(row(1, bars, strategies, rounds));
            }
        }
        System.out.println(row(5, YEAR, 20, rounds));
    }

    /** @param strategies dealt to the symbols in turn, each in one of them */
    private static String row(int symbols, int bars, int strategies, int rounds) {
        List<Market> markets = new ArrayList<>();
        for (int i = 0; i < symbols; i++) {
            String symbol = "S" + i;
            markets.add(Market.of(Walk.bars(symbol, bars, i), contract(symbol)));
        }
        List<Assignment> assignments = IntStream.range(0, strategies)
                .mapToObj(i -> Assignment.of(
                        "strategy-" + i,
                        SimpleMAStrategy::new,
                        Map.of("exits", "none", "fast_period", 10 + i, "slow_period", 20 + 5 * i),
                        "S" + i % symbols))
                .toList();
        JointRequest request = JointRequest.of(assignments, markets).withInitialCash(new BigDecimal("10000000"));
        long best = Long.MAX_VALUE;
        int trips = 0;
        JointBacktest.run(request);
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            JointResult result = JointBacktest.run(request);
            best = Math.min(best, System.nanoTime() - start);
            trips = result.strategies().stream()
                    .mapToInt(each -> each.trips().size())
                    .sum();
        }
        return String.format(
                Locale.ROOT,
                "| %d | %,d | %d | %.2f | %.1f | %,d |",
                symbols,
                bars,
                strategies,
                best / 1e9,
                (double) best / bars / strategies,
                trips);
    }

    private static ContractSpec contract(String symbol) {
        ContractSpec es = Walk.es();
        return new ContractSpec(
                symbol,
                es.name(),
                es.exchange(),
                es.currency(),
                es.ticks(),
                es.pointValue(),
                es.initialMargin(),
                es.maintenanceMargin(),
                es.session());
    }
}
