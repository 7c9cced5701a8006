package futures.backtest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Paths of daily profits drawn day by day as the documentation says, in exact decimals, however slowly. */
final class NaiveBands {
    final List<List<BigDecimal>> equity = new ArrayList<>();
    final List<Double> net = new ArrayList<>();
    final List<Double> drawdown = new ArrayList<>();
    final List<Double> drawdownFraction = new ArrayList<>();
    final List<Double> sharpe = new ArrayList<>();
    final List<Double> profitFactor = new ArrayList<>();

    NaiveBands(List<BigDecimal> profits, BigDecimal cash, double block, int paths, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < paths; i++) {
            List<BigDecimal> path = new ArrayList<>();
            int at = 0;
            for (int day = 0; day < profits.size(); day++) {
                String bits = "0".repeat(64) + Long.toBinaryString(random.nextLong());
                bits = bits.substring(bits.length() - 64);
                double chance = Long.parseLong(bits.substring(0, 32), 2) / Math.pow(2, 32);
                double where = Long.parseLong(bits.substring(32), 2) / Math.pow(2, 32);
                boolean begins = day == 0 || chance < Math.rint(Math.pow(2, 32) / block) / Math.pow(2, 32);
                at = begins ? (int) (where * profits.size()) : (at + 1) % profits.size();
                path.add(profits.get(at));
            }
            path(path, cash);
        }
    }

    private void path(List<BigDecimal> path, BigDecimal cash) {
        List<BigDecimal> curve = new ArrayList<>();
        BigDecimal now = cash;
        BigDecimal peak = cash;
        double deepest = 0;
        double fraction = 0;
        double won = 0;
        double lost = 0;
        for (BigDecimal profit : path) {
            now = now.add(profit);
            curve.add(now);
            peak = peak.max(now);
            deepest = Math.min(deepest, now.subtract(peak).doubleValue());
            fraction = Math.min(fraction, now.subtract(peak).doubleValue() / peak.doubleValue());
            won += profit.max(BigDecimal.ZERO).doubleValue();
            lost -= profit.min(BigDecimal.ZERO).doubleValue();
        }
        int n = path.size();
        double mean = now.subtract(cash).doubleValue() / n;
        double squares = path.stream()
                .mapToDouble(p -> Math.pow(p.doubleValue() - mean, 2))
                .sum();
        equity.add(curve);
        net.add(now.subtract(cash).doubleValue());
        drawdown.add(deepest);
        drawdownFraction.add(fraction);
        sharpe.add(mean / Math.sqrt(squares / (n - 1)) * Math.sqrt(252));
        profitFactor.add(won / lost);
    }

    List<Double> equityAt(int day) {
        return equity.stream().map(curve -> curve.get(day).doubleValue()).toList();
    }

    static double percentile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        double at = share * (sorted.size() - 1);
        double below = sorted.get((int) Math.floor(at));
        double above = sorted.get((int) Math.ceil(at));
        return below + (at - Math.floor(at)) * (above - below);
    }
}
