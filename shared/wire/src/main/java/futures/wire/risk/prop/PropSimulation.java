package futures.wire.risk.prop;

import java.math.BigDecimal;
import java.util.List;

/**
 * Odds of a plan on days that are drawn again.
 *
 * @param blockDays     mean length of the blocks, in days
 * @param days          after which an evaluation that is not decided counts as running
 * @param lifeDays      days of a life, evaluations and funded account together
 * @param attempts      evaluations that a trader begins at most
 * @param bestOdds      size with the highest chance to pass, the smallest of equals
 * @param bestValue     size with the highest expected value
 * @param assumptions   what all of it rests on
 */
public record PropSimulation(
        String plan,
        String backtestId,
        int historyDays,
        int lives,
        long seed,
        BigDecimal blockDays,
        int days,
        int lifeDays,
        int attempts,
        int bestOdds,
        int bestValue,
        List<PropSize> sizes,
        List<String> assumptions) {}
