package futures.engine;

import futures.analytics.limit.Limit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The account's money: initial cash and what all desks have made of it, and the margin that holds their positions. Desks
 * in one market are one position to the broker, which asks margin for the net of it.
 */
final class Funds {
    private final long initial;
    private final List<Desk> desks = new ArrayList<>();
    private boolean unlimited = true;
    /** Null when nothing is limited. */
    private final RiskLimits limits;

    Funds(long initial) {
        this(initial, List.of());
    }

    /** @param limits of the account; none: nothing is limited but by margin */
    Funds(long initial, List<Limit> limits) {
        this.initial = initial;
        this.limits = limits.isEmpty() ? null : new RiskLimits(limits, initial);
    }

    void add(Desk desk) {
        desks.add(desk);
        unlimited &= desk.margins.none();
    }

    long initial() {
        return initial;
    }

    /** Whether no margin is asked for anything. */
    boolean unlimited() {
        return unlimited;
    }

    /** At the last closes. */
    long equity() {
        long equity = initial;
        for (int i = 0; i < desks.size(); i++) {
            equity += desks.get(i).worth();
        }
        return equity;
    }

    /** Whether the account has limits beside margin, so that it has to be seen at every bar. */
    boolean limited() {
        return limits != null;
    }

    /** Whether anything at all may keep an order from opening contracts. */
    boolean asks() {
        return !unlimited || limits != null;
    }

    /** A bar of this trading day comes next. */
    void enter(LocalDate day) {
        limits.enter(day);
    }

    /** The bar is over. */
    void mark(long equity) {
        limits.mark(equity);
    }

    /**
     * Why a desk may not come to hold so many contracts; null when it may.
     *
     * @param bar  the desk's bar, the one that is being walked
     * @param tick price at which the desk's position is valued
     * @param risk what the order costs, and loses more if its stop fills at its price
     */
    String refusal(Desk desk, int bar, long after, long tick, long risk) {
        long equity = initial;
        long net = after;
        for (Desk other : desks) {
            equity += other == desk ? other.ledger.account.worth(tick) : other.worth();
            net += other != desk && other.market == desk.market ? other.ledger.account.position : 0;
        }
        long margin = desk.ledger.account.convert(Math.abs(net) * desk.margins.toOpen(bar));
        for (int i = 0; i < desks.size(); i++) {
            Desk other = desks.get(i);
            if (other.market != desk.market && firstOfItsMarket(i)) {
                int last = Math.max(0, other.cursor.at);
                margin += other.ledger.account.convert(Math.abs(net(other.market)) * other.margins.toOpen(last), last);
            }
        }
        if (margin != 0 && margin > equity) {
            String all = desks.size() == 1 ? "" : ", with all that the account holds,";
            return Math.abs(net) + " contracts" + all + " need an initial margin of " + Money.text(margin)
                    + ", equity is " + Money.text(equity);
        }
        return limits == null ? null : limits.refusal(equity, margin, risk, held(desk, net, tick));
    }

    /** What the account holds once a market has come to a net position. */
    private RiskLimits.Held held(Desk desk, long net, long tick) {
        long contracts = Math.abs(net);
        long notional = notional(desk, net, tick);
        for (int i = 0; i < desks.size(); i++) {
            Desk other = desks.get(i);
            if (other.market != desk.market && firstOfItsMarket(i)) {
                long its = net(other.market);
                contracts += Math.abs(its);
                notional = Math.max(notional, its == 0 ? 0 : notional(other, its, other.cursor.closeTick()));
            }
        }
        return new RiskLimits.Held(contracts, notional);
    }

    private static long notional(Desk desk, long net, long tick) {
        Account account = desk.ledger.account;
        return Math.abs(account.convert(net * tick * account.tickValue));
    }

    /** Whether any desk holds a position. */
    boolean inMarket() {
        for (int i = 0; i < desks.size(); i++) {
            if (desks.get(i).ledger.account.position != 0) {
                return true;
            }
        }
        return false;
    }

    /** Maintenance margin of all that is held, at the last closes. */
    long toHold() {
        long margin = 0;
        for (int i = 0; i < desks.size(); i++) {
            Desk desk = desks.get(i);
            if (desk.cursor.at >= 0 && firstOfItsMarket(i)) {
                long net = Math.abs(net(desk.market));
                margin += net == 0
                        ? 0
                        : desk.ledger.account.convert(net * desk.margins.toHold(desk.cursor.at), desk.cursor.at);
            }
        }
        return margin;
    }

    /** Liquidates everything if equity no longer holds it. */
    void call(long equity, long now) {
        long needed = toHold();
        if (needed == 0 || equity >= needed || alreadyLiquidating()) {
            return;
        }
        String why = "the account was liquidated: equity of " + Money.text(equity)
                + " was below the maintenance margin of " + Money.text(needed);
        for (Desk desk : desks) {
            desk.liquidate(why, now);
        }
    }

    /** A market that has not traded since the last call still has to fill what was sent then. */
    private boolean alreadyLiquidating() {
        for (Desk desk : desks) {
            for (int i = 0; i < desk.book.size(); i++) {
                if (desk.book.get(i).role == futures.model.ExitReason.LIQUIDATION) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean firstOfItsMarket(int index) {
        for (int i = 0; i < index; i++) {
            if (desks.get(i).market == desks.get(index).market) {
                return false;
            }
        }
        return true;
    }

    private long net(Market market) {
        long net = 0;
        for (Desk desk : desks) {
            net += desk.market == market ? desk.ledger.account.position : 0;
        }
        return net;
    }
}
