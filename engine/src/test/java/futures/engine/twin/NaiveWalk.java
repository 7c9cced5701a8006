package futures.engine.twin;

import java.util.Set;
import java.util.TreeSet;

/** Leads a strategy's orders through the bars of a market. */
final class NaiveWalk {
    private final NaiveRules rules;
    private final NaiveMoment now;
    private final NaiveBook book;
    private final NaiveTrails trails;
    private final NaiveReach reach;
    private final NaiveInside inside;
    private final NaiveLedger ledger;
    private final Set<Integer> doubtfulBars = new TreeSet<>();

    NaiveWalk(NaiveMoment now, NaiveBook book, NaiveTrails trails, NaiveLedger ledger) {
        this.rules = now.market.rules;
        this.now = now;
        this.book = book;
        this.trails = trails;
        this.ledger = ledger;
        this.reach = new NaiveReach(now, book);
        this.inside = new NaiveInside(now, book, reach, ledger, doubtfulBars);
    }

    int doubtfulBars() {
        return doubtfulBars.size();
    }

    void walk(int bar) {
        now.enter(bar);
        now.market.rolls().before(now.market, bar).forEach(ledger::roll);
        for (NaiveOrder order : book.working()) {
            if (order.lasting.equals("GTD") && now.market.opensAt(bar) >= order.until) {
                order.end("CANCELLED", now.time(), "its time was up");
            }
        }
        boolean first = true;
        for (NaiveBar part : rules.mode.equals("magnifier") ? now.market.partsOf(bar) : Set.of(now.whole())) {
            now.enterPart(part, first);
            fillAtOpen();
            first = false;
            now.twoSided = reach.anyReached(true) && reach.anyReached(false);
            if (now.twoSided) {
                doubtfulBars.add(bar);
            }
            inside.walk();
            markDoubtfulHoldings();
        }
        now.close();
        for (NaiveOrder order : book.working()) {
            if (order.type == 'E' && reach.may(order)) {
                ledger.execute(order, rules.worse(order.buy, now.whole().close()), "ON_CLOSE", false, false);
            }
        }
        for (NaiveOrder order : book.working()) {
            if (order.lastBar <= bar) {
                order.end("CANCELLED", now.time(), "its trading day ended");
            } else if (order.trail != null && order.type == 'S' && order.bornBar <= bar) {
                trails.follow(order);
            }
        }
    }

    void fillAtSameClose() {
        for (NaiveOrder order : book.working()) {
            boolean sentNow = order.bornBar > now.bar && order.starved != now.bar;
            if (order.works() && order.type == 'M' && sentNow && !order.liquidation()) {
                ledger.execute(order, rules.worse(order.buy, now.whole().close()), "SAME_CLOSE", false, false);
            }
        }
    }

    private void fillAtOpen() {
        for (NaiveOrder order : book.working()) {
            if (order.type == 'R' && reach.may(order)) {
                execute(order, "REST_AT_OPEN");
            }
        }
        for (NaiveOrder order : book.working()) {
            if ((order.type == 'M' || order.type == 'O') && reach.may(order)) {
                execute(order, order.liquidation() ? "LIQUIDATED" : order.type == 'O' ? "ON_OPEN" : "MARKET_AT_OPEN");
            }
        }
        boolean more = true;
        while (more) {
            more = fillOneAtOpen(true) || fillOneAtOpen(false);
        }
        for (NaiveOrder order : book.working()) {
            boolean immediate = order.lasting.equals("IOC") || order.lasting.equals("FOK");
            if (now.firstPart && immediate && order.bornBar <= now.bar) {
                order.end("CANCELLED", now.time(), "it could not be filled at the open");
            }
        }
    }

    private boolean fillOneAtOpen(boolean stops) {
        for (NaiveOrder order : book.working()) {
            if (!reach.live(order) || order.isStop() != stops || !reach.openFills(order)) {
                continue;
            }
            if (order.type == 'C' && !reach.within(order, rules.worse(order.buy, now.part.open()))) {
                order.trigger(-1);
            } else {
                execute(
                        order,
                        switch (order.type) {
                            case 'S' -> order.trail == null ? "STOP_GAP" : "TRAILING_GAP";
                            case 'C' -> "STOP_LIMIT_GAP";
                            case 'T' -> "TOUCHED_GAP";
                            default -> "LIMIT_GAP";
                        });
            }
            return true;
        }
        return false;
    }

    private void execute(NaiveOrder order, String rule) {
        ledger.execute(order, rules.worse(order.buy, now.part.open()), rule, false, false);
    }

    private void markDoubtfulHoldings() {
        for (NaiveHolding holding : book.holdings) {
            for (NaiveOrder leg : new NaiveOrder[] {holding.stop, holding.target}) {
                if (leg != null && leg.waits() && reach.unclear(leg, holding)) {
                    holding.doubtful = true;
                    doubtfulBars.add(now.bar);
                }
            }
        }
    }
}
