package futures.wire.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The allocation judged on days that it did not know: weights are chosen from the window before, hold for some days, and are chosen
 * anew. Exact weights; each change of a result's size is charged, the first one from nothing too, as if its contracts were held at
 * that moment: where they were not, changing them cost nothing.
 *
 * @param window        trading days that each choice is made from
 * @param rebalance     trading days that it holds
 * @param span          the days that are judged
 * @param timesOut      choices to stay out, because the method had no answer for the window
 * @param meanTurnover  mean over rebalances of the sum of |changes of weights|; 2 is to exchange everything
 * @param yearlyTurnover meanTurnover * 252 / rebalance
 * @param costs         that the changes of the rule came to, money; the other two pay for their first day
 * @param outOfSample   of the rule
 * @param equalWeights  of equal weights on the same days
 * @param hindsight     of the weights of {@link Allocation}, which knew these days: what cannot be had
 * @param rebalances    what was chosen when
 * @param curves        equity at the close of days
 */
public record AllocationWalk(
        int window,
        int rebalance,
        Allocation.Span span,
        int timesOut,
        double meanTurnover,
        double yearlyTurnover,
        BigDecimal costs,
        MixFigures outOfSample,
        MixFigures equalWeights,
        MixFigures hindsight,
        List<Choice> rebalances,
        Curves curves) {

    /** @param weights by result; all zero to stay out */
    public record Choice(LocalDate from, LocalDate to, List<Double> weights) {}

    public record Curves(
            List<LocalDate> days,
            List<BigDecimal> outOfSample,
            List<BigDecimal> equalWeights,
            List<BigDecimal> hindsight) {}
}
