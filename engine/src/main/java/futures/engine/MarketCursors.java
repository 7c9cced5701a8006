package futures.engine;

import java.util.List;
import java.util.stream.Collectors;

/** The markets of a run. */
final class MarketCursors {
    private final List<MarketCursor> all;

    MarketCursors(List<MarketCursor> all) {
        this.all = all;
    }

    List<MarketCursor> all() {
        return all;
    }

    /** @throws IllegalArgumentException when there is none of that symbol */
    MarketCursor of(String symbol) {
        for (MarketCursor cursor : all) {
            if (cursor.market.bars().symbol().equals(symbol)) {
                return cursor;
            }
        }
        throw new IllegalArgumentException("this run has no market " + symbol + "; it has "
                + all.stream()
                        .map(cursor -> cursor.market.bars().symbol())
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }
}
