package futures.backtest.lookahead;

import futures.model.BarSeries;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * After which bars the future is hidden. Two of three places are right after a bar at which the strategy sent an order: one that needs the
 * next bar for its decision gives itself away there and almost nowhere else. The others are anywhere, for orders that the future
 * kept a strategy from sending.
 */
final class Places {
    private static final int TRIES = 20;

    private Places() {}

    /**
     * @param sent when orders were sent, epoch milliseconds
     * @return numbers of bars that stay known, each at least 1 and less than all, ascending
     */
    static int[] choose(BarSeries bars, long[] sent, int wanted, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TreeSet<Integer> places = new TreeSet<>();
        int afterOrders = sent.length == 0 ? 0 : wanted - wanted / 3;
        for (int tries = 0; tries < wanted * TRIES && places.size() < wanted; tries++) {
            int known = places.size() < afterOrders && tries < afterOrders * TRIES / 2
                    ? bars.firstAtOrAfter(sent[random.nextInt(sent.length)])
                    : 1 + random.nextInt(Math.max(1, bars.size() - 1));
            if (known >= 1 && known < bars.size()) {
                places.add(known);
            }
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }
}
