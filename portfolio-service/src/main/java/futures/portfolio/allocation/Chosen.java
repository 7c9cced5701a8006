package futures.portfolio.allocation;

import futures.analytics.covariance.Covariance;
import futures.analytics.weights.WholeUnits;
import futures.kit.http.Problem;
import futures.wire.allocation.AllocatedResult;
import futures.wire.allocation.AllocationOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The weights of an order for the days that it looks back at, and the whole contracts that stand for them. */
final class Chosen {
    private static final double MOST_CONTRACTS = 1_000_000;

    final AllocationOrder order;
    final List<DailyProfits> sources;
    final Aligned aligned;
    final int lookback;
    final double[][] returns;
    final double capital;
    final Sharing rule;
    final Sharing.Shares shares;
    final WholeUnits whole;

    /** @throws Problem 422 when the method has no answer for these days */
    Chosen(AllocationOrder order, List<DailyProfits> sources) {
        this.order = order;
        this.sources = sources;
        this.aligned = Aligned.of(
                sources,
                order.results().stream().map(AllocatedResult::name).toList(),
                order.missing().equals("drop"));
        int all = aligned.days().size();
        this.lookback = order.lookback() == null ? all : Math.min(all, order.lookback());
        this.returns = aligned.returns(lookback);
        this.capital = order.capital().doubleValue();
        this.rule = new Sharing(order);
        this.shares = shares();
        this.whole = whole();
    }

    private Sharing.Shares shares() {
        int n = aligned.results();
        for (int i = 0; i < n; i++) {
            if (!(aligned.cash(i) > 0)) {
                throw Problem.unprocessable("The result '" + name(i) + "' has no initial cash above zero.")
                        .field("results[" + i + "].initial_cash", aligned.cash(i), "must be above 0");
            }
            if (!Sharing.varies(returns, i)) {
                throw Problem.unprocessable("The result '" + name(i) + "' gained the same on each of the " + lookback
                                + " days: it has no risk to share out. Leave it out or choose other days.")
                        .field("results[" + i + "]", name(i), "does not vary");
            }
        }
        try {
            Optional<Sharing.Shares> found =
                    rule.of(returns, IntStream.range(0, n).toArray());
            return found.orElseThrow(() -> Problem.unprocessable(
                            order.method().equals(Method.KELLY.key())
                                    ? "No mix within the bounds made capital grow over these days; growth-optimal is to stay out."
                                    : "No mix within the bounds earned more than the risk-free return over these days; choose"
                                            + " another method.")
                    .field("method", order.method(), "has no answer for these results"));
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable("The weights cannot be found: " + e.getMessage()
                            + ". Choose another covariance, other bounds or fewer results.")
                    .field("method", order.method(), e.getMessage());
        }
    }

    String name(int i) {
        return order.results().get(i).name();
    }

    int contracts(int i) {
        return order.results().get(i).contracts();
    }

    /** Of a result's own size, that its weight stands for. */
    double multiple(int i) {
        return shares.exposures()[i] * capital / aligned.cash(i);
    }

    private WholeUnits whole() {
        int n = aligned.results();
        double[] wanted = new double[n];
        double[] margins = new double[n];
        double[][] covariance = new double[n][n];
        Covariance estimated = shares.covariance();
        for (int i = 0; i < n; i++) {
            wanted[i] = multiple(i) * contracts(i);
            if (wanted[i] > MOST_CONTRACTS) {
                throw Problem.unprocessable("The capital buys more than a million contracts of '" + name(i)
                                + "'; look at capital and initial_cash.")
                        .field("capital", order.capital(), "too large for these results");
            }
            BigDecimal margin = sources.get(i).margin();
            margins[i] = margin == null ? 0 : margin.doubleValue() / contracts(i);
            for (int j = 0; j < n; j++) {
                covariance[i][j] =
                        estimated.matrix()[i][j] * (aligned.cash(i) / contracts(i)) * (aligned.cash(j) / contracts(j));
            }
        }
        BigDecimal budget = order.marginBudget();
        return WholeUnits.of(
                wanted, covariance, margins, budget == null ? Double.POSITIVE_INFINITY : budget.doubleValue());
    }

    /** Of a result's own size, by whole contracts. */
    double wholeMultiple(int i) {
        return (double) whole.units()[i] / contracts(i);
    }

    boolean marginsKnown() {
        return sources.stream().allMatch(source -> source.margin() != null);
    }
}
