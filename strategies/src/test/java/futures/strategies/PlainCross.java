package futures.strategies;

import futures.model.Exit;
import futures.model.Order;
import futures.model.RoundTrip;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.DoubleParameter;
import futures.strategy.IntParameter;
import futures.strategy.Line;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The cross of docs/tsx-contract.md as one would write it without having seen a bot: lines, bars and orders. Where every bar is four
 * prices it sums whole millionths, and walks the bar by the sentence of docs/javascript.md.
 */
final class PlainCross extends Strategy {
    private final IntParameter fast = integer("fast_period", 10, 2, 50, 1, "bars in the fast average");
    private final IntParameter slow = integer("slow_period", 30, 5, 200, 5, "bars in the slow average");
    private final DoubleParameter risk = decimal("max_risk_points", 4, 0.01, 100, 0.5, "from entry to stop");
    private final DoubleParameter ratio = decimal("risk_reward_ratio", 1.5, 0.1, 10, 0.5, "target by stop");
    private final IntParameter prices = integer("ticks_per_bar", 1, 1, 4, 3, "prices of a bar");
    private final Deque<Long> seen = new ArrayDeque<>();
    private int above;
    private Line quick;
    private Line calm;
    private final long from;
    private BigDecimal tick;
    private int entry;
    private double net;
    private boolean told = true;
    private boolean resting;

    /** @param from opens the first bar that is traded, epoch milliseconds */
    PlainCross(long from) {
        this.from = from;
    }

    @Override
    protected void start(Setup setup) {
        quick = setup.sma(fast.value());
        calm = setup.sma(slow.value());
        tick = setup.contract().ticks().tickSize();
    }

    @Override
    protected void onRoundTrip(RoundTrip trip) {
        net += trip.net();
        told = false;
    }

    @Override
    protected void onBar(Bars bars, Broker broker) {
        if (!told && broker.flat()) {
            resting = net <= 0;
            net = 0;
            told = true;
        }
        if (bars.openTime() < from) {
            return;
        }
        if (prices.value() == 4) {
            double up = bars.high() - bars.open();
            double down = bars.open() - bars.low();
            price(bars.open(), broker);
            price(up <= down ? bars.high() : bars.low(), broker);
            price(up <= down ? bars.low() : bars.high(), broker);
            price(bars.close(), broker);
        } else if (quick.crossesAbove(calm)) {
            turn(1, bars.close(), broker);
        } else if (quick.crossesBelow(calm)) {
            turn(-1, bars.close(), broker);
        }
    }

    private void price(double price, Broker broker) {
        seen.addFirst(Math.round(price * 1e6));
        if (seen.size() < slow.value()) {
            return;
        }
        if (seen.size() > slow.value()) {
            seen.removeLast();
        }
        int now = Long.compare(sum(fast.value()) * slow.value(), sum(slow.value()) * fast.value());
        boolean turned = now * above < 0;
        above = now != 0 ? now : above;
        if (turned) {
            turn(now, price, broker);
        }
    }

    private long sum(int count) {
        return seen.stream().limit(count).mapToLong(Long::longValue).sum();
    }

    private void turn(int way, double price, Broker broker) {
        if (!broker.flat()) {
            broker.close();
        } else if (resting) {
            resting = false;
        } else if (entry == 0 || !broker.working(entry)) {
            BigDecimal stop = BigDecimal.valueOf(risk.value());
            BigDecimal target = stop.multiply(BigDecimal.valueOf(ratio.value()));
            Order order = way > 0 ? Order.buy(2) : Order.sell(2);
            entry = broker.send(order.withStop(away(price, -way, stop)).withTarget(away(price, way, target)));
        }
    }

    /** The tick so many points away, or the next one that is farther. */
    private Exit away(double price, int way, BigDecimal points) {
        BigDecimal wanted = BigDecimal.valueOf(price).add(way > 0 ? points : points.negate());
        RoundingMode farther = way > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR;
        BigDecimal ticks = wanted.divide(tick, 0, farther);
        return new Exit.At(ticks.multiply(tick).doubleValue());
    }
}
