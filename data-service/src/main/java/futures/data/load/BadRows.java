package futures.data.load;

import futures.wire.data.BadRow;
import java.util.ArrayList;
import java.util.List;

/** Counts the bad rows of an import and keeps the first ones. */
final class BadRows {
    static final int SHOWN = 20;

    private final List<BadRow> first = new ArrayList<>();
    private long count;

    void add(String file, long line, String reason, String text) {
        count++;
        if (first.size() < SHOWN) {
            first.add(new BadRow(file, line, reason, text));
        }
    }

    long count() {
        return count;
    }

    List<BadRow> first() {
        return List.copyOf(first);
    }
}
