package futures.analytics.performance;

import futures.model.RoundTrip;
import futures.model.Side;
import java.util.Arrays;
import java.util.List;

/**
 * What statistics need of round trips, in columns and in the order of exits. Money is in whole millionths, so that cents
 * add up. Filled anew for each run of a search it allocates nothing.
 */
public final class TradeColumns {
    static final double MILLIONTHS = 1e6;

    private long[] net = new long[64];
    private long[] gross = new long[64];
    private int[] bars = new int[64];
    private double[] multiples = new double[64];
    private boolean[] bought = new boolean[64];
    private boolean[] doubtful = new boolean[64];
    private int size;

    /** @param trips in the order of exits */
    public static TradeColumns of(List<RoundTrip> trips) {
        TradeColumns columns = new TradeColumns();
        for (RoundTrip trip : trips) {
            Double multiple = trip.riskMultiple();
            columns.add(
                    trip.side(),
                    Math.round(trip.net() * MILLIONTHS),
                    Math.round(trip.gross() * MILLIONTHS),
                    trip.barsHeld(),
                    multiple == null ? Double.NaN : multiple,
                    trip.ambiguous());
        }
        return columns;
    }

    /**
     * @param netMillionths   result after costs
     * @param grossMillionths result before costs
     * @param riskMultiple    net / initial risk; NaN for a round trip without a stop
     */
    public void add(
            Side side, long netMillionths, long grossMillionths, int barsHeld, double riskMultiple, boolean ambiguous) {
        if (size == net.length) {
            grow();
        }
        net[size] = netMillionths;
        gross[size] = grossMillionths;
        bars[size] = barsHeld;
        multiples[size] = riskMultiple;
        bought[size] = side == Side.LONG;
        doubtful[size] = ambiguous;
        size++;
    }

    private void grow() {
        int room = size * 2;
        net = Arrays.copyOf(net, room);
        gross = Arrays.copyOf(gross, room);
        bars = Arrays.copyOf(bars, room);
        multiples = Arrays.copyOf(multiples, room);
        bought = Arrays.copyOf(bought, room);
        doubtful = Arrays.copyOf(doubtful, room);
    }

    /** Empties it for other round trips. */
    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    /** A copy with the round trips of one side. */
    public TradeColumns only(Side side) {
        TradeColumns some = new TradeColumns();
        for (int i = 0; i < size; i++) {
            if (bought[i] == (side == Side.LONG)) {
                some.add(side, net[i], gross[i], bars[i], multiples[i], doubtful[i]);
            }
        }
        return some;
    }

    /** Millionths, as is {@link #gross}. */
    public long net(int trip) {
        return net[trip];
    }

    public long gross(int trip) {
        return gross[trip];
    }

    public int barsHeld(int trip) {
        return bars[trip];
    }

    /** NaN for a round trip without a stop. */
    public double riskMultiple(int trip) {
        return multiples[trip];
    }

    public boolean ambiguous(int trip) {
        return doubtful[trip];
    }
}
