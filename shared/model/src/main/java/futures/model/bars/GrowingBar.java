package futures.model.bars;

/** Prices and volume of a bar as far as it has come. */
final class GrowingBar {
    long openTime;
    double open;
    double high;
    double low;
    double close;
    double volume;

    void begin(long time, double first, double highest, double lowest) {
        openTime = time;
        open = first;
        high = highest;
        low = lowest;
        volume = 0;
    }

    void add(double highest, double lowest, double last, double traded) {
        high = Math.max(high, highest);
        low = Math.min(low, lowest);
        close = last;
        volume += traded;
    }
}
