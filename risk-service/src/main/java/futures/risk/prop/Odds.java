package futures.risk.prop;

import futures.analytics.inference.BlockLength;
import futures.analytics.propfirm.ContractSteps;
import futures.analytics.propfirm.Failure;
import futures.analytics.propfirm.LifeDraws;
import futures.analytics.propfirm.LifeTally;
import futures.kit.http.Problem;
import futures.wire.risk.prop.PropSimulation;
import futures.wire.risk.prop.PropSize;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Draws lives on a history's days and says how they went, size by size. */
final class Odds {
    static final int LEAST_DAYS = 20;
    private static final int TOGETHER = 250;
    private static final int SIZES_UNKNOWN = 5;
    private static final int SIZES_MOST = 20;

    private final ExecutorService threads;

    /** @param threads that share the work; how many does not change the answer */
    Odds(ExecutorService threads) {
        this.threads = threads;
    }

    PropSimulation of(Plan plan, History history, OddsOrder order) {
        int days = history.days().size();
        if (days < LEAST_DAYS) {
            throw Problem.unprocessable("Odds need " + LEAST_DAYS + " trading days at least, there are " + days
                    + "; run the backtest on a longer period.");
        }
        int[] sizes = order.sizes() == null
                ? sizes(plan, history.contracts())
                : order.sizes().stream().mapToInt(Integer::intValue).toArray();
        order.bounded(sizes.length);
        double block = order.blockDays() > 0
                ? Math.min(order.blockDays(), days)
                : Math.max(1, BlockLength.automatic(history.profits()));
        LifeDraws draws = new LifeDraws(
                plan.rules(), history.paths(), block, order.seed(), order.lifeDays(), order.days(), order.attempts());
        LifeTally[] tallies = live(draws, order.lives(), sizes);
        List<PropSize> rows = IntStream.range(0, sizes.length)
                .mapToObj(i -> row(plan, history, sizes[i], tallies[i]))
                .toList();
        return new PropSimulation(
                plan.id(),
                history.backtest(),
                days,
                order.lives(),
                order.seed(),
                new BigDecimal(block).setScale(2, RoundingMode.HALF_EVEN),
                order.days(),
                order.lifeDays(),
                order.attempts(),
                best(rows, Comparator.comparing(PropSize::pass)),
                best(rows, Comparator.comparing(PropSize::value)),
                rows,
                assumptions(history, order));
    }

    /** As many as the evaluation allows on the day with the most contracts. */
    private static int[] sizes(Plan plan, Double contracts) {
        ContractSteps allowed = plan.evaluation().rules().contracts();
        int most = contracts == null || contracts == 0
                ? SIZES_UNKNOWN
                : Math.max(
                        1,
                        allowed.allowed(
                                SIZES_MOST, contracts, plan.evaluation().rules().start()));
        return IntStream.rangeClosed(1, most).toArray();
    }

    private LifeTally[] live(LifeDraws draws, int lives, int[] sizes) {
        List<Future<LifeTally[]>> parts = new ArrayList<>();
        for (int from = 0; from < lives; from += TOGETHER) {
            int first = from;
            int end = Math.min(lives, from + TOGETHER);
            parts.add(threads.submit(() -> draws.live(first, end, sizes)));
        }
        try {
            List<LifeTally[]> done = new ArrayList<>();
            for (Future<LifeTally[]> part : parts) {
                done.add(part.get());
            }
            return LifeDraws.together(done);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a simulation failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The simulation was interrupted; ask again.");
        } finally {
            parts.forEach(part -> part.cancel(true));
        }
    }

    private static PropSize row(Plan plan, History history, int size, LifeTally tally) {
        Map<String, BigDecimal> failBy = new LinkedHashMap<>();
        double failed = 0;
        for (Failure by : Failure.values()) {
            failed += tally.failShare(by);
            failBy.put(PlanAnswers.lower(by), share(tally.failShare(by)));
        }
        Double contracts = history.contracts();
        double most = plan.evaluation()
                .rules()
                .contracts()
                .at(plan.evaluation().rules().start());
        long[] values = tally.sortedValues();
        return new PropSize(
                size,
                contracts == null ? null : Replay.contracts(size * contracts),
                contracts != null && size * contracts > most + 1e-9,
                share(tally.passShare()),
                share(tally.errorOf(tally.passShare())),
                share(failed),
                share(tally.errorOf(Math.min(1, failed))),
                failBy,
                share(tally.runningShare()),
                mean(tally.daysToPass()),
                mean(tally.daysToDecision()),
                Millionths.money(tally.value()),
                Millionths.money(tally.valueError()),
                Millionths.money(at(values, 0.05)),
                Millionths.money(at(values, 0.5)),
                Millionths.money(at(values, 0.95)),
                Millionths.money(tally.fees()),
                Millionths.money(tally.paid()),
                mean(tally.payouts()),
                mean(tally.attempts()),
                share(tally.fundedShare()),
                share(tally.fundedFailedShare()),
                share(tally.paidShare()));
    }

    /** The value below which so large a share of the lives lies, nearest rank. */
    private static long at(long[] ascending, double share) {
        return ascending[(int) Math.min(ascending.length - 1, Math.floor(share * ascending.length))];
    }

    private static BigDecimal share(double share) {
        return new BigDecimal(share).round(new MathContext(6)).setScale(6, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal mean(double mean) {
        return Double.isNaN(mean) ? null : new BigDecimal(mean).setScale(2, RoundingMode.HALF_EVEN);
    }

    /** Of the sizes that the plan allows as they are, unless it allows none; the smallest of equals. */
    private static int best(List<PropSize> rows, Comparator<PropSize> by) {
        return rows.stream()
                .filter(row -> !row.capped())
                .max(by.thenComparing(PropSize::size, Comparator.reverseOrder()))
                .orElse(rows.get(0))
                .size();
    }

    private static List<String> assumptions(History history, OddsOrder order) {
        List<String> assumptions = new ArrayList<>(List.of(
                "The days to come are like those of the history: whole days, with the way each went, are drawn again in blocks"
                        + " of random length. Blocks are exchangeable; what lasts longer than a block is lost, and whether the"
                        + " strategy was picked from many is not asked.",
                "Trading stops with the day on which an evaluation passes, and goes on with the next account on the next day.",
                "Profit grows with the size: fills of larger orders are as good.",
                "On a day on which the size would hold more contracts than the plan allows, the largest multiple that it allows"
                        + " is traded, none when one is too many.",
                "A failed evaluation is reset at once, up to " + order.attempts()
                        + " evaluations; a payout is asked for as soon and as large as the rules allow; what a funded account"
                        + " still holds on the last day counts nothing."));
        assumptions.addAll(history.notes());
        return assumptions;
    }
}
