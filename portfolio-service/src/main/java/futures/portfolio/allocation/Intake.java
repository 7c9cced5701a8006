package futures.portfolio.allocation;

import futures.analytics.covariance.CovarianceMethod;
import futures.analytics.weights.HierarchicalRiskParity.Distance;
import futures.kit.http.Problem;
import futures.wire.allocation.AllocatedResult;
import futures.wire.allocation.AllocationOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks an order and fills in what it leaves out, so that what is kept says everything. */
final class Intake {
    static final int MOST_RESULTS = 60;
    static final int MOST_DAYS = 20_000;
    static final int LEAST_WINDOW = 20;
    private static final int LONGEST_NAME = 200;
    private static final BigDecimal MOST_MONEY = new BigDecimal("100000000000");

    /** What settings say where an order says nothing. */
    record Standards(BigDecimal capital, BigDecimal commission) {}

    private final AllocationOrder given;
    private final Faults faults = new Faults();

    private Intake(AllocationOrder given) {
        this.given = given;
    }

    /** @throws Problem 422 with the fields that are wrong */
    static AllocationOrder complete(AllocationOrder given, Standards standards) {
        return new Intake(given).complete(standards);
    }

    private AllocationOrder complete(Standards standards) {
        name("name", given.name());
        Double least = faults.number("min_weight", given.minWeight(), 0, 0, 1);
        Double most = faults.number("max_weight", given.maxWeight(), 1, 0, 1);
        BigDecimal capital = given.capital() == null ? standards.capital() : given.capital();
        money("capital", capital, true);
        if (given.marginBudget() != null) {
            money("margin_budget", given.marginBudget(), true);
        }
        if (given.lookback() != null) {
            faults.whole("lookback", given.lookback(), 0, LEAST_WINDOW, MOST_DAYS);
        }
        AllocationOrder complete = new AllocationOrder(
                given.name(),
                results(least, most),
                faults.choice("method", given.method(), Method.RISK_PARITY.key(), Method.keys(Method.class)),
                faults.choice(
                        "covariance",
                        given.covariance(),
                        CovarianceMethod.LEDOIT_WOLF.key(),
                        Method.keys(CovarianceMethod.class)),
                faults.choice(
                        "hrp_distance",
                        given.hrpDistance(),
                        Distance.LOPEZ_DE_PRADO.key(),
                        Method.keys(Distance.class)),
                capital,
                given.marginBudget(),
                least,
                most,
                faults.number("risk_free", given.riskFree(), 0, -1, 1),
                faults.number("risk_aversion", given.riskAversion(), 5, 0.001, 1000),
                faults.number("kelly_share", given.kellyShare(), 0.5, 0.001, 1),
                faults.number("max_leverage", given.maxLeverage(), 1, 0.001, 50),
                given.lookback(),
                faults.choice("missing", given.missing(), "zero", List.of("zero", "drop")),
                walk(standards.commission().doubleValue()),
                faults.whole("points", given.points(), 500, 2, 5000));
        faults.throwIfAny();
        return complete;
    }

    private AllocationOrder.Walk walk(double standardCost) {
        AllocationOrder.Walk walk = given.walkForward();
        if (walk == null) {
            return new AllocationOrder.Walk(null, 21, standardCost);
        }
        if (walk.window() != null) {
            faults.whole("walk_forward.window", walk.window(), 0, LEAST_WINDOW, MOST_DAYS);
        }
        return new AllocationOrder.Walk(
                walk.window(),
                faults.whole("walk_forward.rebalance", walk.rebalance(), 21, 1, MOST_DAYS),
                faults.number("walk_forward.cost", walk.cost(), standardCost, 0, 1000));
    }

    private List<AllocatedResult> results(double least, double most) {
        List<AllocatedResult> results = given.results();
        int count = results == null ? 0 : results.size();
        if (count < 2 || count > MOST_RESULTS) {
            faults.add("results", results == null ? null : count, "name 2 to " + MOST_RESULTS + " results");
            return List.of();
        }
        List<AllocatedResult> complete = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        double sumLeast = 0;
        double sumMost = 0;
        for (int i = 0; i < count; i++) {
            String at = "results[" + i + "]";
            AllocatedResult one = results.get(i);
            if (one == null) {
                faults.add(at, null, "missing");
                continue;
            }
            AllocatedResult whole = result(at, i, one, least, most);
            String source = one.backtest() + " " + one.strategy() + " " + one.portfolio();
            if (one.series() == null && !seen.add(source)) {
                faults.add(at, one.backtest() == null ? one.portfolio() : one.backtest(), "named twice");
            }
            complete.add(whole);
            sumLeast += whole.minWeight();
            sumMost += whole.maxWeight();
        }
        if (sumLeast > 1 + 1e-9) {
            faults.add("min_weight", sumLeast, "the least weights of all results sum to more than 1");
        }
        if (sumMost < 1 - 1e-9) {
            faults.add("max_weight", sumMost, "the most weights of all results sum to less than 1");
        }
        return complete;
    }

    private AllocatedResult result(String at, int index, AllocatedResult one, double least, double most) {
        int sources =
                (one.backtest() == null ? 0 : 1) + (one.portfolio() == null ? 0 : 1) + (one.series() == null ? 0 : 1);
        if (sources != 1) {
            faults.add(at, null, "give exactly one of backtest, portfolio and series");
        }
        if (one.strategy() != null && one.backtest() == null) {
            faults.add(at + ".strategy", one.strategy(), "goes with a backtest only");
        }
        name(at + ".name", one.name());
        if (one.series() != null) {
            faults.need(at + ".initial_cash", one.initialCash(), true, "what the profits were made with, above 0");
            series(at + ".series", one.series());
        }
        if (one.initialCash() != null) {
            money(at + ".initial_cash", one.initialCash(), true);
        }
        if (one.margin() != null) {
            money(at + ".margin", one.margin(), false);
        } else if (given.marginBudget() != null && (one.backtest() == null || one.strategy() != null)) {
            faults.add(
                    at + ".margin",
                    null,
                    "missing; a margin budget needs it, for only whole backtests have one stored");
        }
        Double low = faults.number(at + ".min_weight", one.minWeight(), least, 0, 1);
        Double high = faults.number(at + ".max_weight", one.maxWeight(), most, 0, 1);
        if (low > high) {
            faults.add(at + ".max_weight", high, "below its least weight of " + low);
        }
        return new AllocatedResult(
                shownName(index, one),
                one.backtest(),
                one.strategy(),
                one.portfolio(),
                one.series(),
                one.initialCash(),
                one.margin(),
                faults.whole(at + ".contracts", one.contracts(), 1, 1, 100_000),
                low,
                high,
                faults.number(at + ".budget", one.budget(), 1, 0.000_001, 1_000_000));
    }

    private static String shownName(int index, AllocatedResult one) {
        if (one.name() != null) {
            return one.name();
        }
        if (one.backtest() != null) {
            return one.strategy() == null ? one.backtest() : one.backtest() + " " + one.strategy();
        }
        return one.portfolio() == null ? "series " + (index + 1) : "portfolio " + one.portfolio();
    }

    private void series(String at, List<AllocatedResult.Day> series) {
        if (series.size() > MOST_DAYS) {
            faults.add(at, series.size(), "at most " + MOST_DAYS + " days");
            return;
        }
        Set<Object> days = new HashSet<>();
        for (int t = 0; t < series.size(); t++) {
            AllocatedResult.Day day = series.get(t);
            String field = at + "[" + t + "]";
            if (day == null || day.day() == null || day.profit() == null) {
                faults.add(field, null, "needs day and profit");
            } else if (!days.add(day.day())) {
                faults.add(field + ".day", day.day(), "this day is there twice");
            } else if (!within(day.profit())) {
                faults.add(field + ".profit", "out of bounds", "must be from -100 billion to 100 billion");
            }
        }
    }

    private void name(String field, String name) {
        if (name != null
                && (name.isBlank()
                        || name.length() > LONGEST_NAME
                        || name.chars().anyMatch(Character::isISOControl))) {
            faults.add(field, name, "must be one line of 1 to " + LONGEST_NAME + " characters");
        }
    }

    private void money(String field, BigDecimal amount, boolean aboveZero) {
        if (!within(amount) || amount.signum() < 0 || (aboveZero && amount.signum() == 0)) {
            faults.add(
                    field, "out of bounds", "must be money " + (aboveZero ? "above 0" : "from 0") + " to 100 billion");
        }
    }

    /** Looks at size before any arithmetic: 1e999999999 is short to send and huge to expand. */
    private static boolean within(BigDecimal amount) {
        return (long) amount.precision() - amount.scale() <= 12
                && amount.scale() <= 20
                && amount.abs().compareTo(MOST_MONEY) <= 0;
    }
}
