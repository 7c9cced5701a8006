package futures.javascript;

import futures.model.BarSeries;
import futures.strategy.tsx.BarTicks;

/**
 * The prices of bars, numbered from the first bar's first.
 *
 * @param each prices of a bar
 */
record TapePrices(BarSeries bars, int each) {
    /** Puts those from {@code from} and before {@code to} into a buffer, as far as there are bars, and nothing else. */
    void put(int from, int to, PriceBuffer into) {
        into.clear(from % each, to - from);
        for (int bar = from / each; bar < bars.size() && bar * each < to; bar++) {
            BarTicks.of(bars.bar(bar), each, (time, price, volume) -> into.add((double) time, price, volume));
        }
    }
}
