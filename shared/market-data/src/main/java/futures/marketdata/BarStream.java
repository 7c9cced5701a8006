package futures.marketdata;

import futures.kit.columnar.Column;
import futures.kit.columnar.ColumnBatch;
import futures.kit.columnar.ColumnReader;
import futures.kit.columnar.ColumnWriter;
import futures.model.BarSeries;
import futures.model.Timeframe;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Bars as the data service streams them: a column each of open times, prices and volumes, and for bars that were made of shorter
 * ones a column of the times at which they were complete.
 *
 * @param product whose contract they are prices of; null when the stream does not say
 */
public record BarStream(BarSeries bars, String product) {
    private static final String TIME = "timestamp";
    private static final String CLOSE_TIME = "close_time";
    private static final String PRODUCT = "product";
    private static final String MADE_FROM = "made_from";
    private static final List<Column> COLUMNS = List.of(
            Column.timestamp(TIME),
            Column.float64("open"),
            Column.float64("high"),
            Column.float64("low"),
            Column.float64("close"),
            Column.float64("volume"));
    private static final List<Column> WITH_CLOSES = Stream.concat(
                    COLUMNS.stream(), Stream.of(Column.timestamp(CLOSE_TIME)))
            .toList();

    /**
     * All bars of a stream, which stays open.
     *
     * @param key by which they were asked for, and of which they have symbol and form
     */
    public static BarStream read(SeriesKey key, InputStream in) throws IOException {
        ColumnReader reader = new ColumnReader(in);
        ColumnBatch all = reader.readAll();
        return new BarStream(
                bars(key, all, reader.metadata().get(MADE_FROM)),
                reader.metadata().get(PRODUCT));
    }

    /** @param madeFrom length of the bars that these are made of; null for stored ones */
    private static BarSeries bars(SeriesKey key, ColumnBatch all, String madeFrom) {
        double[] open = all.doubles("open");
        double[] high = all.doubles("high");
        double[] low = all.doubles("low");
        double[] close = all.doubles("close");
        double[] volume = all.doubles("volume");
        long[] times = all.longs(TIME);
        if (madeFrom == null) {
            return BarSeries.owning(key.symbol(), key.form().timeframe(), times, open, high, low, close, volume);
        }
        Timeframe shorter = Timeframe.parse(madeFrom);
        return BarSeries.made(
                key.symbol(),
                key.form().nominal(shorter),
                key.form().toString(),
                shorter,
                times,
                all.longs(CLOSE_TIME),
                open,
                high,
                low,
                close,
                volume);
    }

    /** Writes a whole stream, as whoever stands in for the data service does; it stays open. */
    public void write(OutputStream out) throws IOException {
        int size = bars.size();
        long[] times = new long[size];
        long[] closeTimes = new long[size];
        double[][] values = new double[5][size];
        for (int i = 0; i < size; i++) {
            times[i] = bars.openTime(i);
            closeTimes[i] = bars.closeTime(i);
            values[0][i] = bars.open(i);
            values[1][i] = bars.high(i);
            values[2][i] = bars.low(i);
            values[3][i] = bars.close(i);
            values[4][i] = bars.volume(i);
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        if (product != null) {
            metadata.put(PRODUCT, product);
        }
        List<Object> arrays = new ArrayList<>(List.of(times, values[0], values[1], values[2], values[3], values[4]));
        List<Column> columns = COLUMNS;
        if (bars.madeFrom() != null) {
            metadata.put(MADE_FROM, bars.madeFrom().toString());
            arrays.add(closeTimes);
            columns = WITH_CLOSES;
        }
        ColumnWriter writer = new ColumnWriter(out, columns, metadata);
        writer.write(new ColumnBatch(columns, size, arrays.toArray()));
        writer.end();
    }
}
