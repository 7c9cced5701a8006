package futures.risk.measure;

import futures.analytics.allocation.Caps;
import futures.analytics.allocation.Kelly;
import futures.analytics.allocation.PositionSize;
import futures.analytics.allocation.PositionSizing;
import futures.kit.http.Problem;
import futures.wire.risk.SizeOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** What a request's method comes to: money that may be put at stake, and what one contract takes of it. */
final class SizeRule {
    private static final double TRADING_DAYS_A_YEAR = 252;

    private final BigDecimal equity;
    private final BigDecimal stake;
    private final BigDecimal perContract;
    private final BigDecimal lossAtStop;
    private final Double fullFraction;
    private final BigDecimal usedFraction;
    private final Integer fixed;

    private SizeRule(
            BigDecimal equity,
            BigDecimal stake,
            BigDecimal perContract,
            BigDecimal lossAtStop,
            Double fullFraction,
            BigDecimal usedFraction,
            Integer fixed) {
        this.equity = equity;
        this.stake = stake;
        this.perContract = perContract;
        this.lossAtStop = lossAtStop;
        this.fullFraction = fullFraction;
        this.usedFraction = usedFraction;
        this.fixed = fixed;
    }

    static SizeRule of(SizeOrder order, Contract contract) {
        BigDecimal equity = order.equity();
        String method = Given.choice(
                "method",
                order.method(),
                null,
                "fixed_risk",
                "fixed_fraction",
                "volatility_target",
                "kelly",
                "optimal_f",
                "fixed");
        return switch (method) {
            case "fixed_risk" -> {
                BigDecimal loss = lossAtStop(order, contract);
                yield new SizeRule(equity, riskMoney(order), loss, loss, null, null, null);
            }
            case "fixed_fraction" -> {
                BigDecimal fraction = amount("fraction", order.fraction());
                BigDecimal value = amount("price", order.price()).multiply(contract.pointValue());
                yield new SizeRule(equity, equity.multiply(fraction), value, null, null, fraction, null);
            }
            case "volatility_target" -> {
                BigDecimal perDay = amount("volatility", order.volatility()).multiply(contract.pointValue());
                yield new SizeRule(equity, targetMoney(order), perDay, null, null, null, null);
            }
            case "kelly" -> {
                BigDecimal loss = lossAtStop(order, contract);
                double full = kelly(order);
                BigDecimal used = capped(order, full);
                yield new SizeRule(equity, equity.multiply(used), loss, loss, full, used, null);
            }
            case "optimal_f" -> {
                double[] results = results("results", order.results());
                double full = orNoBound("results", Kelly.optimalF(results));
                BigDecimal used = capped(order, full);
                BigDecimal worst =
                        BigDecimal.valueOf(-Arrays.stream(results).min().orElseThrow());
                yield new SizeRule(equity, equity.multiply(used), worst, null, full, used, null);
            }
            default ->
                new SizeRule(
                        equity,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Given.within(
                                "contracts",
                                order.contracts() == null ? Integer.valueOf(-1) : order.contracts(),
                                0,
                                0,
                                Integer.MAX_VALUE));
        };
    }

    PositionSize size(Caps caps) {
        return fixed != null
                ? PositionSizing.fixed(fixed, equity, caps)
                : PositionSizing.riskMoney(
                        stake.min(new BigDecimal(Integer.MAX_VALUE).multiply(perContract)), equity, perContract, caps);
    }

    String words() {
        return fixed != null
                ? fixed + " were asked for."
                : plain(stake) + " may be at stake, one contract takes " + plain(perContract) + ".";
    }

    private static String plain(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Null where no stop is asked for. */
    BigDecimal lossAtStop() {
        return lossAtStop;
    }

    /** Null for methods without one. */
    Double fullFraction() {
        return fullFraction;
    }

    BigDecimal usedFraction() {
        return usedFraction;
    }

    private static BigDecimal riskMoney(SizeOrder order) {
        if ((order.riskFraction() == null) == (order.riskMoney() == null)) {
            throw Given.wrong("risk_fraction", order.riskFraction(), "or risk_money is needed, one of them");
        }
        if (order.riskMoney() != null) {
            return amount("risk_money", order.riskMoney());
        }
        BigDecimal fraction = amount("risk_fraction", order.riskFraction());
        if (fraction.compareTo(BigDecimal.ONE) > 0) {
            throw Given.wrong("risk_fraction", fraction, "must be at most 1; 1 % is 0.01");
        }
        return order.equity().multiply(fraction);
    }

    private static BigDecimal targetMoney(SizeOrder order) {
        if ((order.targetVolatility() == null) == (order.targetMoney() == null)) {
            throw Given.wrong("target_volatility", order.targetVolatility(), "or target_money is needed, one of them");
        }
        if (order.targetMoney() != null) {
            return amount("target_money", order.targetMoney());
        }
        double yearly = Given.within("target_volatility", order.targetVolatility(), 0, 0, 100);
        return order.equity().multiply(BigDecimal.valueOf(yearly / Math.sqrt(TRADING_DAYS_A_YEAR)));
    }

    private static BigDecimal lossAtStop(SizeOrder order, Contract contract) {
        BigDecimal costs = order.costs() == null ? BigDecimal.ZERO : order.costs();
        if (costs.signum() < 0) {
            throw Given.wrong("costs", costs, "must not be negative");
        }
        int ticks;
        if (order.stopTicks() != null) {
            ticks = Given.within("stop_ticks", order.stopTicks(), 0, 1, 1_000_000);
        } else {
            BigDecimal distance = amount("entry_price", order.entryPrice())
                    .subtract(amount("stop_price", order.stopPrice()))
                    .abs();
            // a stop between two ticks fills at the further one
            BigDecimal whole = distance.divide(contract.tickSize(), 0, RoundingMode.CEILING);
            if (whole.signum() == 0 || whole.compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
                throw Given.wrong(
                        "stop_price", order.stopPrice(), "must be 1 to 1,000,000 ticks away from entry_price");
            }
            ticks = whole.intValueExact();
        }
        return PositionSizing.lossPerContract(ticks, contract.tickValue(), costs);
    }

    private static double kelly(SizeOrder order) {
        if (order.winRate() != null || order.payoff() != null) {
            double rate = Given.within("win_rate", order.winRate(), -1, 0, 1);
            return Kelly.ofPayoff(rate, Given.above("payoff", order.payoff(), 0));
        }
        if (order.multiples() != null) {
            return orNoBound("multiples", Kelly.ofResults(results("multiples", order.multiples())));
        }
        double risked = amount("risk_per_trade", order.riskPerTrade()).doubleValue();
        double[] results = results("results", order.results());
        return orNoBound(
                "results",
                Kelly.ofResults(
                        Arrays.stream(results).map(value -> value / risked).toArray()));
    }

    private static BigDecimal capped(SizeOrder order, double full) {
        return Kelly.capped(
                full,
                Given.within("share", order.share(), Kelly.HALF, 0, 1),
                Given.within("most_fraction", order.mostFraction(), Kelly.MOST, 0, 1));
    }

    private static double[] results(String field, List<Double> values) {
        if (values == null || values.isEmpty()) {
            throw Given.wrong(field, null, "must be a list of past results");
        }
        return Given.numbers(field, values);
    }

    private static double orNoBound(String field, OptionalDouble fraction) {
        return fraction.orElseThrow(() -> Problem.unprocessable("Nothing lost: there is no bound to take a part of.")
                .field(field, null, "has no loss"));
    }

    private static BigDecimal amount(String field, BigDecimal value) {
        if (value == null || value.signum() <= 0 || value.compareTo(new BigDecimal("1e12")) > 0) {
            throw Given.wrong(field, value, "must be above 0");
        }
        return value;
    }
}
