package futures.backtest.series;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.engine.Market;
import futures.kit.columnar.Column;
import futures.kit.columnar.ColumnBatch;
import futures.kit.columnar.ColumnReader;
import futures.kit.columnar.ColumnWriter;
import futures.kit.json.Json;
import futures.model.Timeframe;
import futures.wire.backtest.DataGrade;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Minutes that nobody traded, which come the way that real ones come, for a run that is nobody's. */
public final class MadeMarket implements MarketSource {
    public static final String SYMBOL = "REHEARSAL";

    private static final String CONTRACT = """
            {"symbol": "REHEARSAL", "name": "Rehearsal", "exchange": "CME", "currency": "USD", "tick_size": 0.25, "point_value": 5,
             "initial_margin": 1000, "maintenance_margin": 900, "time_zone": "America/Chicago", "opens": "17:00:00",
             "closes": "16:00:00"}""";
    private static final List<Column> COLUMNS = List.of(
            Column.timestamp("timestamp"),
            Column.float64("open"),
            Column.float64("high"),
            Column.float64("low"),
            Column.float64("close"),
            Column.float64("volume"));
    private static final long BEGINS = Instant.parse("2001-01-01T23:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final double TICK = 0.25;
    private static final int PRICES = 4;

    private final byte[] stream;

    public MadeMarket(int bars) {
        try {
            this.stream = stream(bars);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] stream(int bars) throws IOException {
        long[] times = new long[bars];
        double[][] prices = new double[PRICES][bars];
        double[] volumes = new double[bars];
        Random random = new Random(1);
        double last = 4_000;
        for (int i = 0; i < bars; i++) {
            times[i] = BEGINS + i * MINUTE;
            double close = last + (random.nextInt(9) - 4) * TICK;
            prices[0][i] = last;
            prices[1][i] = Math.max(last, close) + random.nextInt(4) * TICK;
            prices[2][i] = Math.min(last, close) - random.nextInt(4) * TICK;
            prices[3][i] = close;
            volumes[i] = 1 + random.nextInt(500);
            last = close;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ColumnWriter writer = new ColumnWriter(out, COLUMNS, Map.of());
        writer.write(new ColumnBatch(COLUMNS, bars, times, prices[0], prices[1], prices[2], prices[3], volumes));
        writer.end();
        return out.toByteArray();
    }

    @Override
    public Market get(SeriesKey key) {
        try {
            ColumnBatch all = new ColumnReader(new ByteArrayInputStream(stream)).readAll();
            return Contracts.market(
                    DataClient.bars(key, all, null), Json.mapper().readTree(CONTRACT));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Timeframe> timeframes(String symbol) {
        return List.of(Timeframe.MINUTE);
    }

    @Override
    public DataGrade grade(SeriesKey key) {
        return new DataGrade(key.symbol(), key.form().name(), "A", "made", "", "");
    }

    @Override
    public Optional<RateTable> rates(String pair) {
        return Optional.empty();
    }
}
