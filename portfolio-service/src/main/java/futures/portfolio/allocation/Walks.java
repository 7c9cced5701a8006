package futures.portfolio.allocation;

import futures.analytics.weights.Mix;
import futures.analytics.weights.RiskWeights;
import futures.analytics.weights.WalkForward;
import futures.wire.allocation.AllocationWalk;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Walks the rule of an order over all days that its results have in common. */
final class Walks {
    private static final int STANDARD_WINDOW = 252;
    /** More would keep a worker for minutes. */
    private static final int MOST_CHOICES = 2_000;

    private final Chosen chosen;
    private final int days;
    private final int window;
    private final int rebalance;

    Walks(Chosen chosen) {
        this.chosen = chosen;
        this.days = chosen.aligned.days().size();
        Integer wanted = chosen.order.walkForward().window();
        this.window = wanted == null ? Math.min(STANDARD_WINDOW, days / 2) : wanted;
        this.rebalance = chosen.order.walkForward().rebalance();
    }

    /** Why there can be none; null when there can. */
    String missing() {
        if (window < Intake.LEAST_WINDOW || days < window + Intake.LEAST_WINDOW) {
            return "a walk forward needs " + Intake.LEAST_WINDOW
                    + " days in its window and as many after it; there are " + days + " and the window has " + window;
        }
        return choices() > MOST_CHOICES ? "more than " + MOST_CHOICES + " rebalances; let each hold for longer" : null;
    }

    /** How often it would rebalance. */
    int choices() {
        return (days - window + rebalance - 1) / rebalance;
    }

    AllocationWalk walk(WalkForward.Progress progress) {
        double[][] returns = chosen.aligned.returns(days);
        WalkForward walk = WalkForward.of(returns, window, rebalance, chosen.rule::exposures, progress);
        double[][] judged = Arrays.copyOfRange(returns, window, days);
        List<LocalDate> judgedDays = chosen.aligned.days().subList(window, days);
        double[] paid = new double[judged.length];
        double[] before = new double[chosen.aligned.results()];
        for (WalkForward.Rebalance made : walk.rebalances()) {
            paid[made.from() - window] = cost(before, made.weights());
            before = made.weights();
        }
        Course rule = Course.ofReturns(chosen.capital, less(walk.returns(), paid));
        Course equal = held(judged, RiskWeights.equal(chosen.aligned.results()));
        Course hindsight = held(judged, chosen.shares.exposures());
        double riskFree = chosen.order.riskFree();
        int[] shown = Course.spread(judged.length, chosen.order.points());
        return new AllocationWalk(
                window,
                rebalance,
                Answers.span(judgedDays),
                walk.timesOut(),
                walk.meanTurnover(),
                walk.meanTurnover() * Sharing.DAYS_A_YEAR / rebalance,
                Course.money(chosen.capital * Arrays.stream(paid).sum()),
                rule.figures(riskFree),
                equal.figures(riskFree),
                hindsight.figures(riskFree),
                walk.rebalances().stream().map(this::choice).toList(),
                new AllocationWalk.Curves(
                        IntStream.of(shown).mapToObj(judgedDays::get).toList(),
                        rule.equity(shown),
                        equal.equity(shown),
                        hindsight.equity(shown)));
    }

    /** Of one set of weights all the time. */
    private Course held(double[][] judged, double[] exposures) {
        double[] paid = new double[judged.length];
        paid[0] = cost(new double[exposures.length], exposures);
        return Course.ofReturns(chosen.capital, less(Mix.returns(judged, exposures), paid));
    }

    /** Of the contracts by which sizes change, as a fraction of the capital. */
    private double cost(double[] before, double[] after) {
        double contracts = 0;
        for (int i = 0; i < after.length; i++) {
            contracts += Math.abs(after[i] - before[i]) * chosen.contracts(i) / chosen.aligned.cash(i);
        }
        return contracts * chosen.order.walkForward().cost();
    }

    private static double[] less(double[] returns, double[] paid) {
        double[] left = new double[returns.length];
        for (int t = 0; t < left.length; t++) {
            left[t] = returns[t] - paid[t];
        }
        return left;
    }

    private AllocationWalk.Choice choice(WalkForward.Rebalance made) {
        return new AllocationWalk.Choice(
                chosen.aligned.days().get(made.from()),
                chosen.aligned.days().get(made.to() - 1),
                Arrays.stream(made.weights()).map(Answers::rounded).boxed().toList());
    }
}
