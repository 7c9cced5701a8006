package futures.risk.prop;

import futures.model.Product;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A finished backtest, as far as a firm's rules look at it. */
final class StoredRun {
    /** A trading day of the exchange and the equity at its last bar, millionths. */
    record Session(LocalDate day, long equity) {}

    private final String id;
    private final long initial;
    private final long[] times;
    private final long[] equity;
    private final List<Session> days;
    private final List<Trip> trips;
    private final Map<String, String> products;

    /**
     * @param initial  equity before the first bar, millionths
     * @param times    closes of the bars, epoch milliseconds UTC, ascending
     * @param equity   at these, millionths
     * @param days     ascending
     * @param trips    in the order of exits
     * @param products by symbol, which product is traded
     */
    StoredRun(
            String id,
            long initial,
            long[] times,
            long[] equity,
            List<Session> days,
            List<Trip> trips,
            Map<String, String> products) {
        this.id = id;
        this.initial = initial;
        this.times = times;
        this.equity = equity;
        this.days = days;
        this.trips = trips;
        this.products = products;
    }

    String id() {
        return id;
    }

    int bars() {
        return times.length;
    }

    long initial() {
        return initial;
    }

    long time(int bar) {
        return times[bar];
    }

    long equity(int bar) {
        return equity[bar];
    }

    /** Before a bar opened: at the close of the one before it, or at the start. */
    long equityBefore(int bar) {
        return bar == 0 ? initial : equity[bar - 1];
    }

    /** The bar that was open at a time, or the next one; the number of bars when there is none. */
    int barAfter(long time) {
        int found = Arrays.binarySearch(times, time);
        return found >= 0 ? found + 1 : -found - 1;
    }

    List<Session> days() {
        return days;
    }

    List<Trip> trips() {
        return trips;
    }

    String product(String symbol) {
        return products.getOrDefault(symbol, Product.of(symbol));
    }
}
