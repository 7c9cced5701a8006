package futures.engine.finding;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** A profit that one day made may have been luck. */
final class OneDay implements Check {
    /** Above it the best day made more than all others together. */
    static final double LARGE_SHARE = 0.5;
    /** Of less days than these one is bound to stand out. */
    static final int DAYS = 5;

    @Override
    public Optional<Finding> look(RunFacts run) {
        Map<LocalDate, Double> days = run.account().dailyProfit();
        double total = days.values().stream().mapToDouble(Double::doubleValue).sum();
        long active = days.values().stream().filter(profit -> profit != 0).count();
        if (total <= 0 || active < DAYS) {
            return Optional.empty();
        }
        Map.Entry<LocalDate, Double> best =
                days.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        double share = best.getValue() / total;
        if (share <= LARGE_SHARE) {
            return Optional.empty();
        }
        return Wording.found(
                "profit_from_one_day",
                share >= 1 ? Severity.SERIOUS : Severity.WARNING,
                "The best day, " + best.getKey() + ", made " + Wording.money(best.getValue()) + "; the whole run made "
                        + Wording.money(total) + "." + (share >= 1 ? " All other days together lost." : ""),
                "Look at what happened on that day, and judge the strategy without it.");
    }
}
