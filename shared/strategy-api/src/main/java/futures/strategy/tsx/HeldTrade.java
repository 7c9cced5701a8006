package futures.strategy.tsx;

import futures.model.Bar;
import futures.model.TickGrid;
import futures.strategy.Broker;
import java.util.ArrayList;
import java.util.List;

/** A trade from its signal on: the orders that enter it, and where its stop and its targets are. */
final class HeldTrade {
    private final TickGrid grid;
    private final int way;
    private final double risk;
    private final List<Part> parts = new ArrayList<>();
    private double stop;
    private double entry = Double.NaN;
    private int held;
    private double best;

    private static final class Part {
        private final int order;
        private double target;

        Part(int order, double target) {
            this.order = order;
            this.target = target;
        }
    }

    /**
     * @param way  1 for a long trade, -1 for a short one
     * @param stop on the grid; NaN for none
     * @param risk points from the price at which the signal came to the stop; NaN without one
     */
    HeldTrade(TickGrid grid, int way, double stop, double risk) {
        this.grid = grid;
        this.way = way;
        this.stop = stop;
        this.risk = risk;
    }

    /**
     * An order that enters it.
     *
     * @param target on the grid; NaN for none
     */
    void enteredBy(int order, double target) {
        parts.add(new Part(order, target));
    }

    /** Whether an order that enters it still waits. */
    boolean waits(Broker broker) {
        for (Part part : parts) {
            if (broker.working(part.order)) {
                return true;
            }
        }
        return false;
    }

    void cancel(Broker broker) {
        parts.forEach(part -> broker.cancel(part.order));
    }

    /** Whether a bar reaches its stop or one of its targets. */
    boolean endsIn(Bar bar) {
        for (Part part : parts) {
            double below = way > 0 ? stop : part.target;
            double above = way > 0 ? part.target : stop;
            if (bar.low() <= below || bar.high() >= above) {
                return true;
            }
        }
        return false;
    }

    /**
     * Looks at a bar during all of which it was on, and moves its stop for the next one. A roll changes what the position cost, and its
     * levels with it.
     */
    void follow(Bar bar, Broker broker, FollowingStop rule) {
        double price = broker.entryPrice();
        boolean first = Double.isNaN(entry);
        if (!first && price != entry && broker.position() == held) {
            double rolled = price - entry;
            best += rolled;
            stop = farther(stop + rolled, way > 0);
            parts.forEach(part -> part.target = farther(part.target + rolled, way < 0));
        }
        entry = price;
        held = broker.position();
        double reached = way > 0 ? bar.high() : bar.low();
        best = first || way * (reached - best) > 0 ? reached : best;
        if (Double.isNaN(stop) || rule.none()) {
            return;
        }
        double trailing = rule.trailing(way, entry, best, risk);
        double moved = better(better(stop, rule.atEntry(way, entry, best, risk)), trailing);
        moved = farther(moved, way > 0);
        if (way * (moved - stop) <= 0) {
            return;
        }
        boolean trailed = way * (trailing - moved) >= 0;
        for (Part part : parts) {
            move(part, moved, trailed && rule.movesTarget(), broker);
        }
        stop = moved;
    }

    private void move(Part part, double moved, boolean targetToo, Broker broker) {
        broker.stopOf(part.order).ifPresent(leg -> broker.move(leg, moved));
        if (targetToo && !Double.isNaN(part.target)) {
            part.target = farther(part.target + moved - stop, way < 0);
            broker.targetOf(part.order).ifPresent(leg -> broker.move(leg, part.target));
        }
    }

    private double better(double one, double other) {
        return way * (other - one) > 0 ? other : one;
    }

    /** The tick beside a price that is farther from the market: a strategy's prices may lie off the grid. */
    private double farther(double price, boolean down) {
        if (Double.isNaN(price)) {
            return price;
        }
        return grid.price(down ? grid.floor(price) : grid.ceil(price));
    }
}
