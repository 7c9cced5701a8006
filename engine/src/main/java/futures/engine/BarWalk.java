package futures.engine;

import futures.model.BarSeries;
import futures.model.ExitReason;
import futures.model.FillRule;
import futures.model.TickGrid;
import futures.model.TimeInForce;

/**
 * Leads the working orders through one bar of the run: what has run out, what fills at its open, what fills inside, what
 * fills at its close, what ends with the day. The order of events follows {@code docs/fills.md}.
 */
final class BarWalk {
    private final Market market;
    private final Ledger ledger;
    private final Book book;
    private final BarTicks ticks;
    private final FillModel model;
    private final Execution execution;
    private final FillMode mode;
    private final InsideBar inside;

    BarWalk(Desk desk, BarTicks ticks, Costs costs, FillSettings settings, Funds funds) {
        this.market = desk.market;
        this.ledger = desk.ledger;
        this.book = desk.book;
        this.mode = settings.mode();
        this.ticks = ticks;
        this.model = new FillModel(ticks, settings.limitsNeedThrough());
        this.execution = new Execution(desk, ticks, costs, settings, funds);
        this.inside = new InsideBar(ledger, book, ticks, model, execution, settings.mode());
    }

    void walk(int bar) {
        ticks.set(bar);
        execution.bar(bar);
        if (mode != FillMode.MAGNIFIER && book.onlyMarketOrders() && fillMarketOrders(bar)) {
            book.refresh();
            return;
        }
        expire(bar);
        BarSeries finer = mode == FillMode.MAGNIFIER ? market.finer() : null;
        int next = finer == null ? 0 : finer.firstAtOrAfter(market.bars().openTime(bar));
        int end = finer == null ? 0 : finer.firstAtOrAfter(market.bars().closeTime(bar));
        if (next == end) {
            open(bar);
            inside.walk();
        } else {
            for (int i = next; i < end; i++) {
                ticks.setFiner(bar, finer, i, i == next);
                open(bar);
                inside.walk();
            }
            ticks.set(bar);
        }
        if (book.size() > 0) {
            close(bar);
            book.refresh();
        }
    }

    /** Market orders that the strategy has just sent, at the close of this bar: for comparison with other tools. */
    void atSameClose(int bar) {
        boolean any = false;
        for (int i = 0; i < book.size(); i++) {
            Working order = book.get(i);
            if (order.works() && sentAt(order, bar)) {
                if (!any) {
                    any = true;
                    ticks.set(bar);
                    ticks.toClose();
                    execution.bar(bar);
                }
                fillAtClose(order, FillRule.SAME_CLOSE);
            }
        }
        if (any) {
            book.refresh();
        }
    }

    private static boolean sentAt(Working order, int bar) {
        return order.kind == Working.Kind.MARKET
                && order.firstBar > bar
                && order.spentBar < bar
                && order.role != ExitReason.LIQUIDATION;
    }

    private void expire(int bar) {
        for (int i = 0; i < book.size(); i++) {
            Working order = book.get(i);
            if (order.order.lasting() == TimeInForce.GTD && order.dueBar <= bar) {
                order.end(OrderStatus.CANCELLED, ticks.time(), "its time was up");
            }
        }
    }

    private void open(int bar) {
        boolean limits = false;
        for (int i = 0; i < book.size(); i++) {
            Working order = book.get(i);
            if (order.kind == Working.Kind.REST && may(order, bar)) {
                execution.fill(order, model.atOpen(order));
            }
        }
        for (int i = 0; i < book.size(); i++) {
            Working order = book.get(i);
            if ((order.kind == Working.Kind.MARKET || order.kind == Working.Kind.ON_OPEN) && may(order, bar)) {
                execution.fill(order, model.atOpen(order));
            } else {
                limits |= order.waitsForPrice();
            }
        }
        while (limits) {
            limits = firstAtOpen(true) || firstAtOpen(false);
        }
        if (ticks.first) {
            endImmediate(bar);
        }
    }

    /** The short way through a bar; says whether it was all. */
    private boolean fillMarketOrders(int bar) {
        int orders = book.size();
        for (int i = 0; i < orders; i++) {
            Working order = book.get(i);
            if (may(order, bar)) {
                execution.fill(order, model.atOpen(order));
            }
        }
        return book.size() == orders;
    }

    private static boolean may(Working order, int bar) {
        return order.works() && order.firstBar <= bar && order.spentBar < bar;
    }

    private boolean firstAtOpen(boolean stops) {
        for (int i = 0; i < book.size(); i++) {
            Working order = book.get(i);
            if (order.waitsForPrice() && order.isStop() == stops && inside.eligible(order)) {
                FillRuling ruling = model.atOpen(order);
                if (ruling == null) {
                    continue;
                }
                if (order.kind == Working.Kind.STOP_LIMIT && !model.withinLimit(order, ruling.tick())) {
                    order.trigger(-1);
                } else {
                    execution.fill(order, ruling);
                }
                return true;
            }
        }
        return false;
    }

    private void endImmediate(int bar) {
        for (int i = 0; i < book.size(); i++) {
            Working order = book.get(i);
            TimeInForce lasting = order.order.lasting();
            if ((lasting == TimeInForce.IOC || lasting == TimeInForce.FOK) && order.works() && order.firstBar <= bar) {
                order.end(OrderStatus.CANCELLED, ticks.time(), "it could not be filled at the open");
            }
        }
    }

    private void close(int bar) {
        ticks.toClose();
        for (int i = 0; i < book.size(); i++) {
            Working order = book.get(i);
            if (order.kind == Working.Kind.ON_CLOSE && may(order, bar)) {
                fillAtClose(order, FillRule.ON_CLOSE);
            }
        }
        for (int i = 0; i < book.size(); i++) {
            Working order = book.get(i);
            if (order.works() && order.order.lasting() == TimeInForce.DAY && order.dueBar <= bar) {
                order.end(OrderStatus.CANCELLED, ticks.time(), "its trading day ended");
            } else if (order.works() && order.trails() && order.kind == Working.Kind.STOP && order.firstBar <= bar) {
                follow(order, bar);
            }
        }
    }

    private void fillAtClose(Working order, FillRule rule) {
        execution.fill(order, new FillRuling(ticks.close(order.buy), rule, false, false));
    }

    /** Moves a trailing stop after the bar's extreme, or its close where the extreme may have come before the entry. */
    private void follow(Working order, int bar) {
        TickGrid grid = market.contract().ticks();
        boolean entered = order.lot != null && order.lot.entryBar == bar;
        if (entered && order.lot.entry == Lot.Entry.AT_CLOSE) {
            return;
        }
        boolean onlyClose = entered && order.lot.entry == Lot.Entry.INSIDE;
        BarSeries bars = market.bars();
        if (order.buy) {
            long low = grid.ceil(onlyClose ? bars.close(bar) : bars.low(bar));
            order.tick = Math.min(order.tick, low + order.trailTicks);
        } else {
            long high = grid.floor(onlyClose ? bars.close(bar) : bars.high(bar));
            order.tick = Math.max(order.tick, high - order.trailTicks);
        }
    }
}
