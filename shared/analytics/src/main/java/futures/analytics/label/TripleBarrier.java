package futures.analytics.label;

/**
 * Labels by which of three barriers the price meets first: profit, stop or time (AFML 3.4). The first two are in units of the
 * volatility at the event. All of it is judged after costs: with a side, the side's return less the costs must reach them. Without
 * a side a move up and a move down are both moves that somebody must have been able to earn, so each has to exceed its barrier by the costs.
 *
 * @param profit   distance in volatilities; 0 is no such barrier
 * @param stop     distance in volatilities; 0 is no such barrier
 * @param bars     at most from the event to the end, 1 or more
 * @param costs    of the round trip as a part of the price, 0 or more
 * @param touch    which prices meet a barrier
 * @param atTime   the value of a label that time ended
 */
public record TripleBarrier(double profit, double stop, int bars, double costs, Touch touch, AtTime atTime) {
    /** Which prices meet a barrier. */
    public enum Touch {
        /** Closes only; the return is that at the close. */
        CLOSE,
        /**
         * Highs and lows; the return is that at the barrier, or at the end of the bar that is nearest to it when all of the bar lies
         * beyond a stop. When both are within one bar the stop is taken, and the label is marked.
         */
        HIGH_LOW
    }

    /** The value of a label that time ended. */
    public enum AtTime {
        ZERO,
        /** Of the return after costs. */
        SIGN
    }

    /** Checks the ranges. */
    public TripleBarrier {
        if (!(profit >= 0) || !(stop >= 0) || bars < 1 || !(costs >= 0)) {
            throw new IllegalArgumentException(
                    "profit, stop and costs of 0 or more and at least 1 bar were expected, found profit " + profit
                            + ", stop " + stop + ", costs " + costs + " and " + bars + " bars");
        }
    }

    /** Prices of each bar, columns of one length. */
    public static final class Prices {
        private final double[] high;
        private final double[] low;
        private final double[] close;

        /** Keeps the columns as they are; they must not be changed. */
        public Prices(double[] high, double[] low, double[] close) {
            Events.sameLength("the high", high.length, close.length);
            Events.sameLength("the low", low.length, close.length);
            this.high = high;
            this.low = low;
            this.close = close;
        }

        int bars() {
            return close.length;
        }
    }

    /** 1 where the price went up first, -1 where it went down first; see {@link AtTime} for neither. */
    public Labels direction(Prices prices, int[] events, double[] volatility) {
        return label(prices, events, volatility, null);
    }

    /**
     * 1 where the side's profit came first, -1 where its stop did.
     *
     * @param side of each bar: 1 long, -1 short, 0 for no label
     */
    public Labels onSide(Prices prices, int[] events, double[] volatility, int[] side) {
        Events.sameLength("the side", side.length, prices.bars());
        return label(prices, events, volatility, side);
    }

    /** @param volatility of each bar, of simple returns, as it is known at its close; where it is not above 0 there is no label */
    private Labels label(Prices prices, int[] events, double[] volatility, int[] side) {
        Events.check(events, prices.bars());
        Events.sameLength("the volatility", volatility.length, prices.bars());
        Labels.Builder labels = new Labels.Builder(events.length);
        for (int event : events) {
            if (!(volatility[event] > 0)
                    || Double.isInfinite(volatility[event])
                    || (side != null && side[event] == 0)) {
                labels.unmeasured();
            } else {
                walk(prices, event, volatility[event], side == null ? 0 : Integer.signum(side[event]), labels);
            }
        }
        return labels.build();
    }

    private void walk(Prices prices, int event, double volatility, int side, Labels.Builder labels) {
        double entry = prices.close[event];
        int direction = side == 0 ? 1 : side;
        double far = profit == 0 ? Double.POSITIVE_INFINITY : profit * volatility + costs;
        double near = stop == 0 ? Double.NEGATIVE_INFINITY : -stop * volatility + (side == 0 ? -costs : costs);
        int last = Math.min(prices.bars() - 1, event + bars);
        for (int t = event + 1; t <= last; t++) {
            boolean closes = touch == Touch.CLOSE;
            double best =
                    gain(closes ? prices.close[t] : direction > 0 ? prices.high[t] : prices.low[t], entry, direction);
            double worst =
                    gain(closes ? prices.close[t] : direction > 0 ? prices.low[t] : prices.high[t], entry, direction);
            boolean stopped = worst <= near;
            boolean won = best >= far;
            if (stopped || won) {
                double gross = closes ? best : stopped ? Math.min(near, best) : far;
                labels.add(
                        event,
                        t,
                        stopped ? -1 : 1,
                        side == 0 ? gross : gross - costs,
                        stopped ? Ending.STOP : Ending.PROFIT,
                        stopped && won);
                return;
            }
        }
        if (last < event + bars) {
            labels.truncate();
            return;
        }
        double gross = gain(prices.close[last], entry, direction);
        double value = 0;
        if (atTime == AtTime.SIGN) {
            value = side != 0 ? Math.signum(gross - costs) : Math.abs(gross) > costs ? Math.signum(gross) : 0;
        }
        labels.add(event, last, value, side == 0 ? gross : gross - costs, Ending.TIME, false);
    }

    private static double gain(double price, double entry, int direction) {
        return direction * (price / entry - 1);
    }
}
