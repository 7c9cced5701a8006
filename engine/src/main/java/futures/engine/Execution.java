package futures.engine;

import futures.model.Exit;
import futures.model.ExitReason;
import futures.model.Order;
import futures.model.Side;
import futures.model.TickGrid;
import futures.model.TimeInForce;

/** Carries out what a walk has ruled: how many contracts, margin, slippage, what is closed and opened, and the legs. */
final class Execution {
    static final String NOTHING_TO_REDUCE = "there was no position to reduce";

    private final Market market;
    private final Ledger ledger;
    private final Book book;
    private final BarTicks ticks;
    private final FillSettings settings;
    private final Costs costs;
    private final Funds funds;
    private final Desk desk;
    private final BarVolume volume;

    Execution(Desk desk, BarTicks ticks, Costs costs, FillSettings settings, Funds funds) {
        this.desk = desk;
        this.volume = desk.cursor.volume;
        this.market = desk.market;
        this.ledger = desk.ledger;
        this.book = desk.book;
        this.ticks = ticks;
        this.settings = settings;
        this.costs = costs;
        this.funds = funds;
    }

    /** A bar of the run, of which a share may fill. */
    void bar(int bar) {
        volume.enter(bar, settings.maxBarParticipation(), market.bars().volume(bar));
    }

    void fill(Working order, FillRuling ruling) {
        int closing = closing(order);
        int opening = order.lot != null || order.reduces ? 0 : order.remaining - closing;
        if (closing + opening == 0) {
            order.end(OrderStatus.CANCELLED, ticks.time(), NOTHING_TO_REDUCE);
            return;
        }
        if (closing + opening > volume.left() && order.role != ExitReason.LIQUIDATION) {
            if (order.order.lasting() == TimeInForce.FOK) {
                order.end(OrderStatus.CANCELLED, ticks.time(), "the bar had no volume for all of it");
                return;
            }
            closing = (int) Math.min(closing, volume.left());
            opening = (int) Math.min(opening, volume.left() - closing);
        }
        int contracts = closing + opening;
        if (contracts == 0) {
            leaveRest(order);
            return;
        }
        long tick = ticks.slipped(ruling.tick(), slippage(order), order.buy, settings.capSlippage());
        if (opening > 0 && funds.asks() && refused(order, ruling.tick(), tick, closing, opening)) {
            return;
        }
        int row = ledger.filled(order, ticks, contracts, tick, (int) Math.abs(tick - ruling.tick()), ruling);
        volume.take(contracts);
        if (closing > 0) {
            close(order, closing, tick, row, ruling);
        }
        if (opening > 0) {
            open(order, opening, tick, row, ruling);
        }
        finish(order);
        cancelGroup(order);
    }

    private void finish(Working order) {
        boolean done = order.lot != null
                ? order.lot.contracts == 0
                : order.remaining == 0 || (order.reduces && !ledger.opposes(order.buy));
        if (done) {
            order.end(OrderStatus.FILLED, ticks.time(), "");
        } else {
            leaveRest(order);
        }
    }

    /** The bar has no more volume: limits wait on, what was to fill at the market does so at the next open. */
    private void leaveRest(Working order) {
        order.spentBar = ticks.bar;
        if (order.kind == Working.Kind.STOP || order.kind == Working.Kind.TOUCH) {
            order.kind = Working.Kind.REST;
        } else if (order.kind == Working.Kind.STOP_LIMIT) {
            order.trigger(-1);
        } else if (order.kind == Working.Kind.ON_OPEN || order.kind == Working.Kind.ON_CLOSE) {
            order.kind = Working.Kind.MARKET;
            order.firstBar = ticks.bar + 1;
        }
    }

    private void cancelGroup(Working order) {
        if (order.group == null) {
            return;
        }
        for (Working other : order.group) {
            if (other != order && other.works()) {
                other.end(OrderStatus.CANCELLED, ticks.time(), "order " + order.id + " of its group filled");
            }
        }
    }

    private int closing(Working order) {
        if (order.lot != null) {
            return order.lot.contracts;
        }
        return ledger.opposes(order.buy) ? (int) Math.min(order.remaining, Math.abs(ledger.account.position)) : 0;
    }

    private boolean refused(Working order, long ruled, long tick, int closing, int opening) {
        long after = ledger.account.position + (order.buy ? closing + opening : -closing - opening);
        long risk = funds.limited() ? risk(order, Math.abs(tick - ruled), tick, closing, opening) : 0;
        String why = funds.refusal(desk, ticks.bar, after, ruled, risk);
        if (why == null) {
            return false;
        }
        order.end(OrderStatus.REJECTED, ticks.time(), why);
        return true;
    }

    /** What the fill costs, and loses more, costs included, if the stop of what it opens fills at its price. */
    private long risk(Working order, long slipped, long tick, int closing, int opening) {
        long costs = ledger.priceOf(closing + opening, slipped);
        Exit stop = order.order.stop();
        if (stop == null) {
            return costs;
        }
        Side side = order.order.side();
        long away = (tick - legTick(stop, side, tick, -side.sign())) * side.sign();
        return costs + ledger.priceOf(opening, Math.max(0, away));
    }

    private int slippage(Working order) {
        return switch (order.kind) {
            case MARKET, ON_OPEN, ON_CLOSE, TOUCH -> costs.marketSlippageTicks();
            case STOP -> costs.stopSlippageTicks();
            case REST ->
                order.order.type() == futures.model.OrderType.MARKET_IF_TOUCHED
                        ? costs.marketSlippageTicks()
                        : costs.stopSlippageTicks();
            case LIMIT, STOP_LIMIT -> 0;
        };
    }

    private void close(Working order, int contracts, long tick, int row, FillRuling ruling) {
        if (order.lot != null) {
            close(order.lot, contracts, order, tick, row, ruling);
            return;
        }
        int left = contracts;
        while (left > 0) {
            Lot oldest = ledger.oldest();
            int part = Math.min(left, oldest.contracts);
            close(oldest, part, order, tick, row, ruling);
            left -= part;
        }
    }

    private void close(Lot lot, int contracts, Working by, long tick, int row, FillRuling ruling) {
        ledger.close(lot, contracts, row, ticks, by.role, tick, ruling.ambiguous());
        if (lot.contracts == 0) {
            cancelLeg(lot.stop, by);
            cancelLeg(lot.target, by);
            ledger.forget(lot);
        }
    }

    private void cancelLeg(Working leg, Working because) {
        if (leg != null && leg != because && leg.works()) {
            leg.closedBy = because.id;
            leg.end(OrderStatus.CANCELLED, ticks.time(), "");
        }
    }

    private void open(Working order, int contracts, long tick, int row, FillRuling ruling) {
        Lot lot = ledger.newLot();
        lot.open(order, contracts, row, ticks, tick, ruling, ledger.costPerContract());
        ledger.open(lot);
        Order sent = order.order;
        if (sent.stop() != null) {
            lot.stop = leg(lot, sent.stop(), ExitReason.STOP_LOSS);
            if (lot.stop != null) {
                lot.riskTicks = Math.max(0, (tick - lot.stop.tick) * lot.side.sign());
            }
        }
        if (sent.target() != null) {
            lot.target = leg(lot, sent.target(), ExitReason.TARGET);
        }
    }

    private Working leg(Lot lot, Exit exit, ExitReason role) {
        boolean stop = role == ExitReason.STOP_LOSS;
        Side side = lot.side.opposite();
        TickGrid grid = market.contract().ticks();
        long tick = legTick(exit, lot.side, lot.entryTick, lot.side.sign() * (stop ? -1 : 1));
        double price = grid.price(tick);
        Order order = stop ? Order.stop(side, lot.contracts, price) : Order.limit(side, lot.contracts, price);
        Working leg = new Working(
                ledger.nextOrder(),
                order.reducing(),
                stop ? Working.Kind.STOP : Working.Kind.LIMIT,
                lot,
                role,
                ticks.time(),
                ticks.bar);
        leg.tick = tick;
        leg.trailTicks = exit instanceof Exit.Trailing trailing ? trail(trailing) : 0;
        book.add(leg);
        return leg;
    }

    /** Where a leg is to stand; {@code away} says in which direction from the entry. */
    private long legTick(Exit exit, Side opened, long entryTick, int away) {
        if (exit instanceof Exit.At at) {
            return OrderPrices.worseTick(market.contract().ticks(), opened.opposite(), at.price());
        }
        long distance = exit instanceof Exit.Trailing trailing ? trail(trailing) : ((Exit.Ticks) exit).ticks();
        return entryTick + away * distance;
    }

    private long trail(Exit.Trailing exit) {
        return TrailDistance.ticks(exit.trail(), market, ticks.atClose() ? ticks.bar : ticks.bar - 1);
    }
}
