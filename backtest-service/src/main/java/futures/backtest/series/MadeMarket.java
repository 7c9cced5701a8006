package futures.backtest.series;

import futures.engine.Market;
import futures.kit.json.Json;
import futures.marketdata.BarStream;
import futures.marketdata.SeriesKey;
import futures.model.BarSeries;
import futures.model.Timeframe;
import futures.wire.backtest.DataGrade;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Minutes that nobody traded, which come the way that real ones come, for a run that is nobody's. */
public final class MadeMarket implements MarketSource {
    public static final String SYMBOL = "REHEARSAL";

    private static final String CONTRACT = """
            {"symbol": "REHEARSAL", "name": "Rehearsal", "exchange": "CME", "currency": "USD", "tick_size": 0.25, "point_value": 5,
             "initial_margin": 1000, "maintenance_margin": 900, "time_zone": "America/Chicago", "opens": "17:00:00",
             "closes": "16:00:00"}""";
    private static final long BEGINS = Instant.parse("2001-01-01T23:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final double TICK = 0.25;

    private final byte[] stream;

    public MadeMarket(int bars) {
        try {
            this.stream = stream(bars);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] stream(int bars) throws IOException {
        BarSeries.Builder made = BarSeries.builder(SYMBOL, Timeframe.MINUTE);
        Random random = new Random(1);
        double last = 4_000;
        for (int i = 0; i < bars; i++) {
            double close = last + (random.nextInt(9) - 4) * TICK;
            double high = Math.max(last, close) + random.nextInt(4) * TICK;
            double low = Math.min(last, close) - random.nextInt(4) * TICK;
            made.add(BEGINS + i * MINUTE, last, high, low, close, 1 + random.nextInt(500));
            last = close;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BarStream(made.build(), SYMBOL).write(out);
        return out.toByteArray();
    }

    @Override
    public Market get(SeriesKey key) {
        try {
            return Contracts.market(
                    BarStream.read(key, new ByteArrayInputStream(stream)).bars(),
                    Json.mapper().readTree(CONTRACT));
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
