package futures.strategies;

import futures.engine.twin.NaiveDesk;
import futures.engine.twin.NaiveStrategy;
import futures.model.Order;

/** The cross as most tools compute it: running sums of doubles, which gather rounding noise. For contrast only. */
final class DriftingCross implements NaiveStrategy {
    private final int fast;
    private final int slow;
    private double fastSum;
    private double slowSum;
    private int lastDifference;

    DriftingCross(int fast, int slow) {
        this.fast = fast;
        this.slow = slow;
    }

    @Override
    public void atClose(int bar, NaiveDesk desk) {
        fastSum += close(desk, 0) - (bar < fast ? 0 : close(desk, fast));
        slowSum += close(desk, 0) - (bar < slow ? 0 : close(desk, slow));
        int difference = bar < slow - 1 ? 0 : Double.compare(fastSum / fast, slowSum / slow);
        if (difference != 0) {
            if (lastDifference == -difference && desk.position() * difference <= 0) {
                desk.close();
                desk.send(difference > 0 ? Order.buy(1) : Order.sell(1));
            }
            lastDifference = difference;
        }
    }

    private static double close(NaiveDesk desk, int ago) {
        return desk.close(ago).doubleValue();
    }
}
