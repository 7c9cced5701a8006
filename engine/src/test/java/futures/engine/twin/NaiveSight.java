package futures.engine.twin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a strategy sees of one market: closes of complete bars, its position and its fills. */
final class NaiveSight {
    private final NaiveMoment now;
    private final NaiveBook book;
    private final List<String> fills;
    private int fillsTold;
    /** Of the bars that the strategy reads; 0 for those of the market. */
    private long length;

    NaiveSight(NaiveMoment now, NaiveBook book, List<String> fills) {
        this.now = now;
        this.book = book;
        this.fills = fills;
    }

    void read(long millis) {
        length = millis;
    }

    int bars() {
        return length == 0 ? now.completed + 1 : longerCloses().size();
    }

    BigDecimal close(int barsAgo) {
        if (length == 0) {
            return now.market.seen().get(now.completed - barsAgo).close();
        }
        List<BigDecimal> closes = longerCloses();
        return closes.get(closes.size() - 1 - barsAgo);
    }

    /** Put together by the clock; one whose end is later than the last close is not there yet. */
    private List<BigDecimal> longerCloses() {
        NavigableMap<Long, BigDecimal> byStart = new TreeMap<>();
        for (int bar = 0; bar <= now.completed; bar++) {
            long start = Math.floorDiv(now.market.opensAt(bar), length) * length;
            byStart.put(start, now.market.seen().get(bar).close());
        }
        if (now.completed >= 0) {
            byStart.tailMap(now.market.closesAt(now.completed) - length, false).clear();
        }
        return List.copyOf(byStart.values());
    }

    /** Fills since it was asked last; those of rolls are not told. */
    List<String> news() {
        List<String> news = fills.subList(fillsTold, fills.size()).stream()
                .filter(fill -> !fill.endsWith(" ROLLED"))
                .map(fill -> fill.substring(fill.indexOf('#')))
                .toList();
        fillsTold = fills.size();
        return news;
    }

    /** Mean of what is held, as the adjusted prices have it; NaN when nothing is. */
    double entryPrice() {
        if (book.position() == 0) {
            return Double.NaN;
        }
        BigDecimal paid = NaiveAccount.sum(book.holdings.stream()
                .map(h -> h.priceWithoutGain().multiply(BigDecimal.valueOf(h.contracts)))
                .toList());
        BigDecimal mean = paid.divide(BigDecimal.valueOf(Math.abs(book.position())), 12, RoundingMode.HALF_EVEN);
        return now.market.rolls().seen(now.market, now.bar, mean).doubleValue();
    }
}
