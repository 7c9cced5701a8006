package futures.strategies;

import futures.engine.twin.NaiveDesk;
import futures.engine.twin.NaiveStrategy;
import futures.model.Order;
import java.math.BigDecimal;

/** The cross of two averages in decimals, every average summed afresh at every bar. */
final class NaiveCross implements NaiveStrategy {
    private final int fast;
    private final int slow;
    private final int stopTicks;
    private final int targetTicks;
    /** Which average was above when they last differed: 1 the fast one, −1 the slow one, 0 not known yet. */
    private int lastDifference;

    NaiveCross(int fast, int slow, int stopTicks, int targetTicks) {
        this.fast = fast;
        this.slow = slow;
        this.stopTicks = stopTicks;
        this.targetTicks = targetTicks;
    }

    @Override
    public void atClose(int bar, NaiveDesk desk) {
        if (bar < slow - 1) {
            return;
        }
        BigDecimal fastTimesSlow = sum(desk, fast).multiply(BigDecimal.valueOf(slow));
        BigDecimal slowTimesFast = sum(desk, slow).multiply(BigDecimal.valueOf(fast));
        int difference = fastTimesSlow.compareTo(slowTimesFast);
        if (difference != 0) {
            if (lastDifference == -difference && desk.position() * difference <= 0) {
                desk.close();
                Order order = difference > 0 ? Order.buy(1) : Order.sell(1);
                desk.send(order.withStop(stopTicks).withTarget(targetTicks));
            }
            lastDifference = difference;
        }
    }

    private static BigDecimal sum(NaiveDesk desk, int count) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int ago = 0; ago < count; ago++) {
            sum = sum.add(desk.close(ago));
        }
        return sum;
    }
}
