package futures.engine.twin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The money of all traders together, and the margin that is asked of it. */
final class NaiveAccount {
    private final BigDecimal initial;
    private final List<NaiveTrader> traders = new ArrayList<>();

    NaiveAccount(BigDecimal initial) {
        this.initial = initial;
    }

    void add(NaiveTrader trader) {
        traders.add(trader);
    }

    /** At the last closes. */
    BigDecimal equity() {
        return sum(traders.stream().map(NaiveTrader::worth).toList()).add(initial);
    }

    /** Why a trader may not have so many contracts more, its position being valued at a price; null when it may. */
    String refusal(NaiveTrader asking, int signedContracts, BigDecimal at) {
        BigDecimal equity = initial;
        for (NaiveTrader trader : traders) {
            equity = equity.add(trader == asking ? asking.worthNow(at) : trader.worth());
        }
        int net = Math.abs(net(asking.market()) + signedContracts);
        BigDecimal needed = asking.market().rules.toOpen(asking.market(), asking.bar(), net);
        for (NaiveTrader other : firstOfEachMarket()) {
            if (other.market() != asking.market()) {
                int held = Math.abs(net(other.market()));
                needed = needed.add(other.market().rules.toOpen(other.market(), Math.max(0, other.completed()), held));
            }
        }
        if (needed.signum() == 0 || needed.compareTo(equity) <= 0) {
            return null;
        }
        return net + " contracts" + (traders.size() == 1 ? "" : ", with all that the account holds,")
                + " need an initial margin of " + text(needed) + ", equity is " + text(equity);
    }

    /** Closes everything if equity does not cover the maintenance margin at the last closes. */
    void call(long time) {
        BigDecimal needed = BigDecimal.ZERO;
        for (NaiveTrader trader : firstOfEachMarket()) {
            int held = Math.abs(net(trader.market()));
            if (held > 0) {
                needed = needed.add(trader.market().rules.toHold(trader.market(), trader.completed(), held));
            }
        }
        boolean already = traders.stream().anyMatch(NaiveTrader::liquidating);
        if (needed.signum() > 0 && !already && equity().compareTo(needed) < 0) {
            String why = "the account was liquidated: equity of " + text(equity())
                    + " was below the maintenance margin of " + text(needed);
            traders.forEach(trader -> trader.desk().liquidate(why, time));
        }
    }

    private List<NaiveTrader> firstOfEachMarket() {
        List<NaiveTrader> first = new ArrayList<>();
        for (NaiveTrader trader : traders) {
            if (first.stream().noneMatch(other -> other.market() == trader.market())) {
                first.add(trader);
            }
        }
        return first;
    }

    private int net(NaiveMarket market) {
        return traders.stream()
                .filter(trader -> trader.market() == market)
                .mapToInt(trader -> trader.desk().position())
                .sum();
    }

    static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String text(BigDecimal amount) {
        BigDecimal bare = amount.stripTrailingZeros();
        return (bare.scale() < 2 ? bare.setScale(2) : bare).toPlainString();
    }
}
