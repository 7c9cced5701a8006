package futures.backtest.sensitivity;

import futures.wire.backtest.RollSensitivity.Run;
import futures.wire.backtest.RollSensitivity.Spread;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How far figures lie apart over the runs. */
final class Spreads {
    private static final BigDecimal TWO = new BigDecimal(2);

    private Spreads() {}

    static List<Spread> of(List<Run> runs) {
        return List.of(
                spread("net_profit", runs, Run::netProfit),
                spread("total_trades", runs, run -> BigDecimal.valueOf(run.totalTrades())),
                spread("max_drawdown", runs, Run::maxDrawdown),
                spread("sharpe_ratio", runs, Run::sharpeRatio));
    }

    private static Spread spread(String figure, List<Run> runs, Function<Run, BigDecimal> of) {
        List<BigDecimal> sorted =
                runs.stream().map(of).filter(Objects::nonNull).sorted().toList();
        if (sorted.isEmpty()) {
            return new Spread(figure, null, null, null);
        }
        return new Spread(figure, sorted.get(0), median(sorted), sorted.get(sorted.size() - 1));
    }

    /** The mean of the middle two when there is no middle one. */
    private static BigDecimal median(List<BigDecimal> sorted) {
        BigDecimal upper = sorted.get(sorted.size() / 2);
        if (sorted.size() % 2 == 1) {
            return upper;
        }
        BigDecimal lower = sorted.get(sorted.size() / 2 - 1);
        int scale = Math.max(upper.scale(), lower.scale());
        return lower.add(upper).divide(TWO, scale, RoundingMode.HALF_EVEN);
    }

    /** Largest difference in net profit within a group; null when no group has two runs. */
    static BigDecimal widest(List<Run> runs, Function<Run, Object> group) {
        Map<String, List<BigDecimal>> groups = runs.stream()
                .collect(Collectors.groupingBy(
                        run -> String.valueOf(group.apply(run)),
                        TreeMap::new,
                        Collectors.mapping(Run::netProfit, Collectors.toList())));
        return groups.values().stream()
                .filter(profits -> profits.size() > 1)
                .map(Spreads::range)
                .max(BigDecimal::compareTo)
                .orElse(null);
    }

    private static BigDecimal range(Collection<BigDecimal> profits) {
        return profits.stream()
                .max(BigDecimal::compareTo)
                .orElseThrow()
                .subtract(profits.stream().min(BigDecimal::compareTo).orElseThrow());
    }
}
