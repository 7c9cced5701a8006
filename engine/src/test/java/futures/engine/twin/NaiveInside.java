package futures.engine.twin;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What fills after the open of a bar, and in which order. */
final class NaiveInside {
    private final NaiveRules rules;
    private final NaiveMoment now;
    private final NaiveBook book;
    private final NaiveReach reach;
    private final NaiveLedger ledger;
    private final Set<Integer> doubtfulBars;

    NaiveInside(NaiveMoment now, NaiveBook book, NaiveReach reach, NaiveLedger ledger, Set<Integer> doubtfulBars) {
        this.rules = now.market.rules;
        this.now = now;
        this.book = book;
        this.reach = reach;
        this.ledger = ledger;
        this.doubtfulBars = doubtfulBars;
    }

    void walk() {
        if (rules.mode.equals("ohlc")) {
            walkPath();
        } else {
            boolean more = true;
            while (more) {
                more = fillOne();
            }
        }
    }

    // ---- no path: the worse or the better choice

    private boolean fillOne() {
        BigDecimal open = rules.up(now.part.open());
        int sign = rules.mode.equals("optimistic") ? -1 : 1;
        List<NaiveOrder> candidates = book.working().stream()
                .filter(order -> reach.live(order) && rule(order) != null)
                .sorted(Comparator.comparingInt((NaiveOrder o) -> sign * (o.isStop() ? 0 : o.protects == null ? 1 : 2))
                        .thenComparing(o -> o.price.subtract(open).abs())
                        .thenComparing(o -> o.id))
                .toList();
        if (candidates.isEmpty()) {
            return false;
        }
        NaiveOrder order = candidates.get(0);
        String rule = rule(order);
        fill(order, rule.equals("EXIT_AT_ENTRY") ? book.reduces(order).market : order.price, rule);
        return true;
    }

    /** Name of the rule by which an order fills, or null. */
    private String rule(NaiveOrder order) {
        boolean optimistic = rules.mode.equals("optimistic");
        String plain = plainRule(order);
        boolean shownByClose = reach.closeFills(order);
        if (!reach.bornInside(order)) {
            return reach.reached(order) && (order.triggered != now.number || shownByClose) ? plain : null;
        }
        NaiveHolding holding = book.reduces(order);
        if (reach.fills(order, holding.market)) {
            return "EXIT_AT_ENTRY";
        }
        if (!reach.reached(order)) {
            return null;
        }
        if (order.isStop()) {
            return holding.byLimit || shownByClose ? plain : optimistic ? null : "STOP_AFTER_ENTRY";
        }
        if (holding.byLimit) {
            return shownByClose ? "TARGET_BY_CLOSE" : optimistic ? "TARGET_AFTER_ENTRY" : null;
        }
        return plain;
    }

    private static String plainRule(NaiveOrder order) {
        return switch (order.type) {
            case 'S' -> order.trail == null ? "STOP_AT_PRICE" : "TRAILING_AT_PRICE";
            case 'C' -> "STOP_LIMIT_AT_PRICE";
            case 'T' -> "TOUCHED_AT_PRICE";
            default -> "LIMIT_AT_PRICE";
        };
    }

    // ---- open, nearer extreme, farther extreme, close

    private void walkPath() {
        NaiveBar part = now.part;
        BigDecimal up = rules.nearest(part.high()).subtract(rules.nearest(part.open()));
        BigDecimal down = rules.nearest(part.open()).subtract(rules.nearest(part.low()));
        boolean highFirst = up.compareTo(down) < 0;
        walkLine(highFirst, highFirst ? part.high() : part.low());
        walkLine(!highFirst, highFirst ? part.low() : part.high());
        walkLine(highFirst, part.close());
    }

    private void walkLine(boolean rising, BigDecimal to) {
        while (true) {
            NaiveOrder passed = book.working().stream()
                    .filter(o -> reach.live(o) && reach.bornInside(o) && reach.fills(o, book.reduces(o).market))
                    .findFirst()
                    .orElse(null);
            if (passed != null) {
                fill(passed, book.reduces(passed).market, "EXIT_AT_ENTRY");
                continue;
            }
            Comparator<NaiveOrder> along = Comparator.comparing(reach::neededPrice);
            NaiveOrder next = book.working().stream()
                    .filter(o -> reach.live(o) && NaiveReach.waitsAbove(o) == rising && reach.fills(o, to))
                    .min((rising ? along : along.reversed())
                            .thenComparing(o -> o.isStop() ? 0 : 1)
                            .thenComparing(o -> o.id))
                    .orElse(null);
            if (next == null) {
                return;
            }
            fill(next, next.price, plainRule(next));
        }
    }

    // ---- one order

    private void fill(NaiveOrder order, BigDecimal at, String plain) {
        if (order.type == 'C' && !reach.within(order, at)) {
            order.trigger(rules.mode.equals("ohlc") ? -1 : now.number);
            return;
        }
        boolean doubt = now.twoSided;
        String rule = plain;
        if (!plain.equals("EXIT_AT_ENTRY")) {
            NaiveHolding closes = book.reduces(order);
            doubt |= closes != null && reach.unclear(order, closes);
            if (siblingReached(order)) {
                doubt = true;
                if (!rules.mode.equals("ohlc")) {
                    rule = order == order.protects.stop ? "STOP_BEFORE_TARGET" : "TARGET_BEFORE_STOP";
                }
            }
            doubt |= order.group.stream().anyMatch(o -> o != order && reach.live(o) && reach.reached(o));
        }
        if (doubt) {
            doubtfulBars.add(now.bar);
        }
        ledger.execute(order, at, rule, true, doubt);
    }

    private boolean siblingReached(NaiveOrder leg) {
        if (leg.protects == null) {
            return false;
        }
        NaiveOrder sibling = leg == leg.protects.stop ? leg.protects.target : leg.protects.stop;
        return sibling != null && sibling.works() && sibling.waits() && reach.reached(sibling);
    }
}
