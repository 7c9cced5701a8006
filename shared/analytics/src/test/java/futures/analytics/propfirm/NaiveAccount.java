package futures.analytics.propfirm;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules once more, by another way: every equity that there was is written down, and at each of them floor, limit and
 * verdict are found anew from the whole history, in decimals. Slow; for comparison.
 */
final class NaiveAccount {
    private final AccountRules rules;
    private final List<BigDecimal> closes = new ArrayList<>();
    private final List<BigDecimal> followed = new ArrayList<>();
    private int tradedDays;
    Failure failure;
    boolean passed;

    NaiveAccount(AccountRules rules) {
        this.rules = rules;
    }

    private static BigDecimal money(long millionths) {
        return BigDecimal.valueOf(millionths, 6);
    }

    BigDecimal balance() {
        return closes.isEmpty() ? money(rules.start()) : closes.get(closes.size() - 1);
    }

    private BigDecimal floor() {
        List<BigDecimal> highs = new ArrayList<>();
        highs.add(money(rules.start()));
        if (rules.trail() == TrailBasis.END_OF_DAY) {
            highs.addAll(closes);
        } else if (rules.trail() != TrailBasis.STATIC) {
            highs.addAll(followed);
        }
        BigDecimal highest = highs.stream().max(BigDecimal::compareTo).orElseThrow();
        BigDecimal floor = highest.subtract(money(rules.maxLoss()));
        return rules.lock() == AccountRules.NO_LOCK ? floor : floor.min(money(rules.lock()));
    }

    void day(DayPath path, int wanted) {
        BigDecimal opened = balance();
        int size = wanted;
        while (size > 0
                && path.traded()
                && size * path.contracts() > rules.contracts().at(units(opened)) + 1e-9) {
            size--;
        }
        BigDecimal closed = opened.add(money(size * path.close()));
        for (int i = 0; i < path.points(); i++) {
            if (path.followed(i) != DayPath.NOTHING) {
                followed.add(opened.add(money(size * path.followed(i))));
            }
            BigDecimal equity = opened.add(money(size * path.equity(i)));
            BigDecimal daily = opened.subtract(money(rules.dailyLoss()));
            boolean belowDaily = rules.dailyLoss() > 0 && equity.compareTo(daily) <= 0;
            boolean belowFloor = equity.compareTo(floor()) <= 0;
            if (path.within(i) && belowDaily && daily.compareTo(floor()) > 0) {
                belowFloor = false;
                equity = daily;
            }
            if (belowFloor) {
                failure = Failure.MAX_LOSS;
                return;
            }
            if (belowDaily) {
                if (rules.dailyLossFails()) {
                    failure = Failure.DAILY_LOSS;
                    return;
                }
                closed = equity;
                break;
            }
        }
        closes.add(closed);
        tradedDays += path.traded() && size > 0 ? 1 : 0;
        verdict();
    }

    private static long units(BigDecimal money) {
        return money.movePointRight(6).longValueExact();
    }

    private void verdict() {
        BigDecimal profit = balance().subtract(money(rules.start()));
        BigDecimal best = BigDecimal.ZERO;
        BigDecimal before = money(rules.start());
        for (BigDecimal close : closes) {
            best = best.max(close.subtract(before));
            before = close;
        }
        boolean reached = rules.target() > 0 && profit.compareTo(money(rules.target())) >= 0;
        if (reached && tradedDays >= rules.minimumDays()) {
            boolean consistent = rules.consistency() == null
                    || best.divide(profit, MathContext.DECIMAL64)
                                    .compareTo(BigDecimal.valueOf(
                                            rules.consistency().limit()))
                            <= 0;
            passed = consistent;
            failure = !consistent && rules.consistency().fails() ? Failure.CONSISTENCY : null;
        }
        if (!passed && failure == null && rules.maximumDays() > 0 && closes.size() >= rules.maximumDays()) {
            failure = Failure.TIME;
        }
    }
}
