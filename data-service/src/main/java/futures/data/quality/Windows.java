package futures.data.quality;

import futures.data.source.BarSource;
import futures.data.store.BarRange;
import futures.data.store.BarStream;
import futures.data.store.Chunk;
import futures.data.store.ChunkRows;
import futures.model.BarSeries;
import futures.model.TradingCalendar;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Consumer;

/** Cuts bars into windows, so that a series of any length takes the memory of one. */
final class Windows {
    /** Bars of a window, about: three months of minutes, 6 MB. */
    static final int SIZE = 65_536;

    private final BarSource source;
    private final TradingCalendar calendar;
    private final int size;
    private final Consumer<Window> visitor;
    private long[] time;
    private final double[][] values = new double[ChunkRows.VOLUME + 1][];
    private int filled;
    /** Bars before this one have been visited. */
    private int done;

    private Windows(BarSource source, TradingCalendar calendar, int size, Consumer<Window> visitor) {
        this.source = source;
        this.calendar = calendar;
        this.size = size;
        this.visitor = visitor;
        this.time = new long[size + 2 * Window.AROUND];
        for (int column = 0; column < values.length; column++) {
            values[column] = new double[time.length];
        }
    }

    /**
     * Visits all windows of a range, oldest first; none when it has no bars.
     *
     * @param connection in one read transaction
     * @param size       bars that a window has at least, but for the last one
     */
    static void of(
            Connection connection,
            BarSource source,
            BarRange range,
            TradingCalendar calendar,
            int size,
            Consumer<Window> visitor)
            throws SQLException {
        Windows windows = new Windows(source, calendar, size, visitor);
        try (BarStream stream = source.open(connection, range)) {
            stream.forEach(windows::add);
        }
        if (windows.filled > 0) {
            windows.visit(windows.filled, true);
        }
    }

    private void add(Chunk chunk, int from, int to) {
        if (filled - done >= size + Window.AROUND) {
            visitDays();
        }
        reserve(filled + to - from);
        System.arraycopy(chunk.time(), from, time, filled, to - from);
        for (int column = 0; column < values.length; column++) {
            chunk.doubles(column, from, to, values[column], filled);
        }
        filled += to - from;
    }

    private void reserve(int bars) {
        if (bars > time.length) {
            int length = Math.max(bars, 2 * time.length);
            time = Arrays.copyOf(time, length);
            for (int column = 0; column < values.length; column++) {
                values[column] = Arrays.copyOf(values[column], length);
            }
        }
    }

    /** Those that are over, and have enough bars after them. */
    private void visitDays() {
        long begun = calendar.endOf(calendar.onOrBefore(
                calendar.tradingDay(time[filled - Window.AROUND]).minusDays(1)));
        int found = Arrays.binarySearch(time, done, filled, begun);
        int end = found >= 0 ? found : -found - 1;
        if (end > done) {
            visit(end, false);
            forget(Math.max(0, end - Window.AROUND));
        }
    }

    private void visit(int end, boolean last) {
        int first = Math.max(0, done - Window.AROUND);
        int to = Math.min(filled, end + Window.AROUND);
        BarSeries bars = BarSeries.owning(
                source.header().symbol(),
                source.header().timeframe(),
                Arrays.copyOfRange(time, first, to),
                Arrays.copyOfRange(values[ChunkRows.OPEN], first, to),
                Arrays.copyOfRange(values[ChunkRows.HIGH], first, to),
                Arrays.copyOfRange(values[ChunkRows.LOW], first, to),
                Arrays.copyOfRange(values[ChunkRows.CLOSE], first, to),
                Arrays.copyOfRange(values[ChunkRows.VOLUME], first, to));
        visitor.accept(new Window(bars, done - first, end - first, last));
        done = end;
    }

    private void forget(int bars) {
        System.arraycopy(time, bars, time, 0, filled - bars);
        for (double[] column : values) {
            System.arraycopy(column, bars, column, 0, filled - bars);
        }
        filled -= bars;
        done -= bars;
    }
}
