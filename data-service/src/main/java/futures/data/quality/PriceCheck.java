package futures.data.quality;

import futures.model.BarSeries;
import futures.wire.data.QualityReport.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Bars that cannot be, and prices at or below zero. */
final class PriceCheck {
    private final List<Mark> first = new ArrayList<>();
    private long broken;
    private long notAboveZero;

    void add(Window window) {
        for (int i = window.from(); i < window.to(); i++) {
            look(window.bars(), i);
        }
    }

    private void look(BarSeries bars, int i) {
        double open = bars.open(i);
        double high = bars.high(i);
        double low = bars.low(i);
        double close = bars.close(i);
        // Written so that a NaN is broken too.
        if (!(low <= high)) {
            broken++;
            mark(bars.openTime(i), "high", high, "below the low, " + low);
        } else if (!(low <= open && open <= high)) {
            broken++;
            mark(bars.openTime(i), "open", open, "outside of low and high, " + low + " to " + high);
        } else if (!(low <= close && close <= high)) {
            broken++;
            mark(bars.openTime(i), "close", close, "outside of low and high, " + low + " to " + high);
        } else if (low <= 0) {
            notAboveZero++;
            mark(bars.openTime(i), "low", low, "not above zero");
        }
    }

    private void mark(long time, String what, double price, String reason) {
        if (first.size() < QualityCheck.LISTED) {
            first.add(new Mark(Instant.ofEpochMilli(time), what, price, reason));
        }
    }

    /** High below low, or open or close outside of them. */
    long broken() {
        return broken;
    }

    long notAboveZero() {
        return notAboveZero;
    }

    List<Mark> first() {
        return List.copyOf(first);
    }
}
