package futures.risk.measure;

import futures.analytics.ruin.ExactRuin;
import futures.analytics.ruin.PathDraw;
import futures.analytics.ruin.RuinFormulas;
import futures.wire.risk.RuinAnswer;
import futures.wire.risk.RuinOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Results of a step with their odds. */
final class RuinOdds {
    private static final int PLACES = 100;
    private static final int DRAWN_FROM = 1_000_000;

    private final double[] results;
    private final double[] odds;

    private RuinOdds(double[] results, double[] odds) {
        this.results = results;
        this.odds = odds;
    }

    /** Each of the observed results is as likely as any other. */
    static RuinOdds of(double[] observed) {
        TreeMap<Double, Double> odds = new TreeMap<>();
        for (double result : observed) {
            odds.merge(result, 1.0 / observed.length, Double::sum);
        }
        return of(odds);
    }

    /** @throws futures.kit.http.Problem 400 unless the odds come to 1 */
    static RuinOdds given(RuinOrder order, double size) {
        TreeMap<Double, Double> odds = new TreeMap<>();
        double sum = 0;
        if (order.outcomes().size() < 2 || order.outcomes().size() > 1_000) {
            throw Given.wrong("outcomes", order.outcomes().size(), "must be 2 to 1000");
        }
        for (int i = 0; i < order.outcomes().size(); i++) {
            RuinOrder.Outcome outcome = order.outcomes().get(i);
            String at = "outcomes[" + i + "]";
            if (outcome == null || outcome.result() == null || outcome.probability() == null) {
                throw Given.wrong(at, null, "must have a result and a probability");
            }
            double result = Given.within(at + ".result", outcome.result(), 0, -1e9, 1e9);
            double chance = Given.within(at + ".probability", outcome.probability(), 0, 0, 1);
            odds.merge(result * size, chance, Double::sum);
            sum += chance;
        }
        if (Math.abs(sum - 1) > 1e-9) {
            throw Given.wrong("outcomes", sum, "must have probabilities that come to 1");
        }
        return of(odds);
    }

    private static RuinOdds of(Map<Double, Double> odds) {
        return new RuinOdds(
                odds.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                odds.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    int count() {
        return results.length;
    }

    double mean() {
        double mean = 0;
        for (int i = 0; i < results.length; i++) {
            mean += results[i] * odds[i];
        }
        return mean;
    }

    /** Each result as often as its odds, of a million. */
    PathDraw draw(int steps, long seed) {
        double[] all = new double[DRAWN_FROM];
        int filled = 0;
        double cumulated = 0;
        for (int i = 0; i < results.length; i++) {
            cumulated += odds[i];
            int until = i == results.length - 1 ? DRAWN_FROM : (int) Math.round(cumulated * DRAWN_FROM);
            for (; filled < until; filled++) {
                all[filled] = results[i];
            }
        }
        return PathDraw.resample(all, steps, seed);
    }

    RuinAnswer.Exact exact(double room, int steps) {
        Optional<ExactRuin> counted = ExactRuin.of(results, odds, room, steps);
        if (counted.isEmpty()) {
            return new RuinAnswer.Exact(
                    null,
                    List.of(),
                    null,
                    null,
                    results.length + " results over " + steps + " steps are too many to count");
        }
        double[] byStep = counted.get().byTrade();
        List<RuinAnswer.ByStep> places = new ArrayList<>();
        int shown = Math.min(PLACES, steps);
        for (int i = 1; i <= shown; i++) {
            int step = (int) ((long) steps * i / shown);
            places.add(new RuinAnswer.ByStep(step, byStep[step - 1]));
        }
        return new RuinAnswer.Exact(
                counted.get().probability(),
                places,
                counted.get().step(),
                counted.get().rounded(),
                null);
    }

    RuinAnswer.Formulas formulas(double room, int steps) {
        double worst = 0;
        double mean = mean();
        double variance = 0;
        for (int i = 0; i < results.length; i++) {
            worst = Math.min(worst, results[i]);
            variance += odds[i] * (results[i] - mean) * (results[i] - mean);
        }
        double unit = worst == 0 ? 1 : -worst;
        double[] units = new double[results.length];
        for (int i = 0; i < units.length; i++) {
            units[i] = results[i] / unit;
        }
        double ever = StrictMath.pow(RuinFormulas.root(units, odds), room / unit);
        if (variance == 0) {
            return new RuinAnswer.Formulas(ever, null, null, "results do not vary");
        }
        double deviation = Math.sqrt(variance);
        return new RuinAnswer.Formulas(
                ever,
                RuinFormulas.brownian(mean, deviation, room, steps),
                RuinFormulas.brownian(mean, deviation, room, Double.POSITIVE_INFINITY),
                null);
    }
}
