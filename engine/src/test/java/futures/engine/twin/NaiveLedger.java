package futures.engine.twin;

import futures.model.Exit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Carries out fills, and keeps what came of them: cash, fills and round trips. */
final class NaiveLedger {
    private final NaiveRules rules;
    private final NaiveMoment now;
    private final NaiveBook book;
    private final NaiveTrails trails;
    private final Refusal refusal;
    final List<String> fills = new ArrayList<>();
    final List<NaiveTrip> trips = new ArrayList<>();
    final List<String> rolls = new ArrayList<>();
    /** Open time of the bar (or finer bar) of each fill, or the close. */
    final List<Long> fillTimes = new ArrayList<>();

    BigDecimal commission = BigDecimal.ZERO;
    BigDecimal fees = BigDecimal.ZERO;
    BigDecimal slippage = BigDecimal.ZERO;
    /** What has come and gone, from zero on. */
    private BigDecimal cash = BigDecimal.ZERO;

    /** Why the account may not have so many contracts more, the position being valued at a price; null when it may. */
    interface Refusal {
        String of(int signedContracts, BigDecimal at);
    }

    NaiveLedger(NaiveMoment now, NaiveBook book, NaiveTrails trails, Refusal refusal) {
        this.rules = now.market.rules;
        this.now = now;
        this.book = book;
        this.trails = trails;
        this.refusal = refusal;
    }

    /** Cash and the gain of what is held at a price, converted as in a bar. */
    BigDecimal worth(BigDecimal at, int bar) {
        if (bar < 0) {
            return cash;
        }
        BigDecimal open = BigDecimal.ZERO;
        for (NaiveHolding holding : book.holdings) {
            open = open.add(money(holding.gainAt(at), holding.contracts));
        }
        return cash.add(rules.convert(open, now.market.day(bar)));
    }

    void execute(NaiveOrder order, BigDecimal at, String rule, boolean inside, boolean doubt) {
        boolean against = book.opposes(order.buy);
        int held = Math.abs(book.position());
        int closing = order.protects != null ? order.protects.contracts : against ? Math.min(held, order.left) : 0;
        int opening = order.reduce ? 0 : order.left - closing;
        if (closing + opening == 0) {
            order.end("CANCELLED", now.time(), "there was no position to reduce");
            return;
        }
        if (now.market.volumeLeft != null && closing + opening > now.market.volumeLeft && !order.liquidation()) {
            if (order.lasting.equals("FOK")) {
                order.end("CANCELLED", now.time(), "the bar had no volume for all of it");
                return;
            }
            closing = Math.min(closing, now.market.volumeLeft);
            opening = Math.min(opening, now.market.volumeLeft - closing);
        }
        int contracts = closing + opening;
        if (contracts == 0) {
            order.starve(now.bar);
            return;
        }
        String refused = opening == 0 ? null : refusal.of(order.buy ? contracts : -contracts, at);
        if (refused != null) {
            order.end("REJECTED", now.time(), refused);
            return;
        }
        BigDecimal price = slip(order, at);
        pay(order, contracts, price, price.subtract(at).abs());
        if (now.market.volumeLeft != null) {
            now.market.volumeLeft = Math.max(0, now.market.volumeLeft - contracts);
        }
        order.left -= contracts;
        fills.add(now.bar + " #" + order.id + (order.buy ? " buy " : " sell ") + contracts + " @" + text(price) + " "
                + rule + (doubt ? "?" : ""));
        close(order, closing, price, doubt);
        if (opening > 0) {
            open(order, opening, at, price, inside, doubt);
        }
        boolean done = order.protects != null
                ? order.protects.contracts == 0
                : order.left == 0 || (order.reduce && !book.opposes(order.buy));
        if (done) {
            order.end("FILLED", now.time(), "");
        } else {
            order.starve(now.bar);
        }
        for (NaiveOrder other : order.group) {
            if (other != order && other.works()) {
                other.end("CANCELLED", now.time(), "order " + order.id + " of its group filled");
            }
        }
    }

    /** Closes what is held in the old contract and opens it in the new one; moves what works. */
    void roll(NaiveRolls.Roll roll) {
        int held = book.position();
        int contracts = Math.abs(held);
        if (held != 0) {
            BigDecimal slip = rules.ticks(held > 0 ? rules.marketSlippage : -rules.marketSlippage);
            BigDecimal closed = roll.old().subtract(slip);
            BigDecimal opened = roll.fresh().add(slip);
            leg(held < 0, contracts, closed, slip.abs(), roll);
            leg(held > 0, contracts, opened, slip.abs(), roll);
            BigDecimal costs = costOfContract().multiply(BigDecimal.valueOf(2L * contracts));
            BigDecimal lost =
                    rules.convert(money(slip.abs(), contracts), now.day()).multiply(BigDecimal.valueOf(2));
            BigDecimal gap = rules.convert(money(roll.spread(), held), now.day());
            rolls.add(now.bar + " " + held + " " + text(closed) + " " + text(opened) + " " + text(costs) + " "
                    + text(lost) + " " + text(costs.add(lost).negate()) + " " + text(gap));
            for (NaiveHolding holding : book.holdings) {
                holding.costOfContract =
                        holding.costOfContract.add(costOfContract().multiply(BigDecimal.valueOf(2)));
                holding.parts.put(now.bar, new BigDecimal[] {opened, holding.gainAt(closed)});
            }
        }
        for (NaiveOrder order : book.working()) {
            order.move(roll.spread());
        }
    }

    private void leg(boolean buy, int contracts, BigDecimal price, BigDecimal slipped, NaiveRolls.Roll roll) {
        NaiveOrder order = new NaiveOrder();
        order.buy = buy;
        order.contracts = contracts;
        order.type = 'M';
        order.role = "ROLL";
        order.sentAt = now.time();
        order.end("FILLED", now.time(), roll.from() + " was left for " + roll.to());
        book.add(order);
        pay(order, contracts, price, slipped);
        fills.add(now.bar + " #" + order.id + (buy ? " buy " : " sell ") + contracts + " @" + text(price) + " ROLLED");
    }

    private void close(NaiveOrder order, int contracts, BigDecimal price, boolean doubt) {
        if (order.protects != null) {
            take(order.protects, contracts, order, price, doubt);
            return;
        }
        for (int left = contracts; left > 0; ) {
            int some = Math.min(left, book.holdings.get(0).contracts);
            take(book.holdings.get(0), some, order, price, doubt);
            left -= some;
        }
    }

    private void take(NaiveHolding holding, int contracts, NaiveOrder exit, BigDecimal price, boolean doubt) {
        BigDecimal gross = rules.convert(money(holding.gainAt(price), contracts), now.day());
        BigDecimal costs = holding.costOfContract.add(costOfContract()).multiply(BigDecimal.valueOf(contracts));
        BigDecimal risk = rules.convert(money(holding.risk, contracts), now.day());
        boolean doubtful = holding.doubtful || doubt;
        trips.add(NaiveTrip.of(rules, now, holding, contracts, exit, price, gross, costs, risk, doubtful));
        cash = cash.add(gross);
        holding.contracts -= contracts;
        if (holding.contracts == 0) {
            book.holdings.remove(holding);
            for (NaiveOrder leg : book.working()) {
                if (leg.protects == holding && leg != exit) {
                    leg.end("CANCELLED", now.time(), "its position was closed by order " + exit.id);
                }
            }
        }
    }

    private void open(NaiveOrder order, int contracts, BigDecimal at, BigDecimal price, boolean inside, boolean doubt) {
        NaiveHolding holding = new NaiveHolding();
        holding.isLong = order.buy;
        holding.contracts = contracts;
        holding.entryOrder = order.id;
        holding.bar = now.bar;
        holding.price = price;
        holding.parts.put(now.bar, new BigDecimal[] {price, BigDecimal.ZERO});
        holding.market = at;
        holding.costOfContract = costOfContract();
        holding.insideMoment = inside ? now.number : -1;
        holding.entered = now.atClose ? "close" : inside || !now.firstPart ? "inside" : "open";
        holding.byLimit = order.type == 'L' || order.type == 'T';
        holding.doubtful = doubt;
        book.holdings.add(holding);
        if (order.stop != null) {
            holding.stop = leg(holding, 'S', order.stop, order.buy ? -1 : 1);
            holding.risk = holding.gainAt(holding.stop.price).negate().max(BigDecimal.ZERO);
        }
        if (order.target != null) {
            holding.target = leg(holding, 'L', order.target, order.buy ? 1 : -1);
        }
    }

    private NaiveOrder leg(NaiveHolding holding, char type, Exit exit, int direction) {
        NaiveOrder leg = new NaiveOrder();
        leg.buy = !holding.isLong;
        leg.contracts = holding.contracts;
        leg.left = leg.contracts;
        leg.type = type;
        leg.sentAs = type;
        leg.bornBar = now.bar;
        leg.reduce = true;
        leg.protects = holding;
        if (exit instanceof Exit.Ticks away) {
            leg.price = holding.price.add(rules.ticks(direction * away.ticks()));
        } else if (exit instanceof Exit.Trailing trailing) {
            leg.trail = trails.distance(trailing.trail(), now.atClose ? now.bar : now.bar - 1);
            leg.price = direction < 0 ? holding.price.subtract(leg.trail) : holding.price.add(leg.trail);
        } else {
            leg.price = rules.worse(leg.buy, BigDecimal.valueOf(((Exit.At) exit).price()));
        }
        book.add(leg);
        leg.role = type == 'S' ? "STOP_LOSS" : "TARGET";
        leg.sentAt = now.time();
        return leg;
    }

    private void pay(NaiveOrder order, int contracts, BigDecimal price, BigDecimal slipped) {
        BigDecimal count = BigDecimal.valueOf(contracts);
        BigDecimal broker = rules.convert(rules.commission, now.day()).multiply(count);
        BigDecimal all = costOfContract().multiply(count);
        cash = cash.subtract(all);
        commission = commission.add(broker);
        fees = fees.add(all.subtract(broker));
        slippage = slippage.add(rules.convert(money(slipped, contracts), now.day()));
        order.filled += contracts;
        order.paid = order.paid.add(price.multiply(count));
        fillTimes.add(now.time());
    }

    /** What is held after the last bar, in words. */
    String open(NaiveHolding holding) {
        BigDecimal mark = rules.nearest(now.whole().close());
        return (holding.isLong ? "long " : "short ") + holding.contracts + " of order " + holding.entryOrder + " @"
                + text(holding.price) + " now " + text(mark) + " gain "
                + text(rules.convert(money(holding.gainAt(mark), holding.contracts), now.day())) + " costs "
                + text(holding.costOfContract.multiply(BigDecimal.valueOf(holding.contracts)));
    }

    private BigDecimal costOfContract() {
        return rules.convert(rules.commission.add(rules.fees), now.day());
    }

    private BigDecimal slip(NaiveOrder order, BigDecimal at) {
        int ticks = switch (order.type) {
            case 'M', 'O', 'E', 'T' -> rules.marketSlippage;
            case 'S' -> rules.stopSlippage;
            case 'R' -> order.sentAs == 'T' ? rules.marketSlippage : rules.stopSlippage;
            default -> 0;
        };
        if (order.buy) {
            BigDecimal worse = at.add(rules.ticks(ticks));
            return rules.cap ? at.max(worse.min(rules.up(now.part.high()))) : worse;
        }
        BigDecimal worse = at.subtract(rules.ticks(ticks));
        return rules.cap ? at.min(worse.max(rules.down(now.part.low()))) : worse;
    }

    private BigDecimal money(BigDecimal points, int contracts) {
        return points.multiply(rules.pointValue).multiply(BigDecimal.valueOf(contracts));
    }

    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
