package futures.ml.bars;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.ServiceClient;
import futures.kit.columnar.ColumnBatch;
import futures.kit.columnar.ColumnReader;
import futures.kit.http.Problem;
import futures.model.Adjustment;
import futures.model.BarSeries;
import futures.model.ContinuousSymbol;
import futures.model.ContractSpec;
import futures.model.Roll;
import futures.model.RollCalendar;
import futures.model.Timeframe;
import futures.model.bars.Hours;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Fetches series from the data service: bars as they were traded, with contract and rolls. */
public final class SeriesClient {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final long ALL = 1_000_000_000L;
    private static final String ROLLS_REVISION = "X-Rolls-Revision";

    private final ServiceClient data;

    public SeriesClient(ServiceClient data) {
        this.data = data;
    }

    /**
     * @param kept what an earlier call gave; null when there is nothing
     * @return the same object when its bars are still current
     * @throws Problem what the data service says, or 422 when there are no bars in the range
     */
    public Series fetch(SeriesKey key, Series kept) {
        ServiceClient.Tagged answer = data.stream(path(key), kept == null ? null : kept.tag(), LONGEST);
        if (answer.body() == null) {
            return kept;
        }
        try (InputStream in = answer.body()) {
            ColumnReader reader = new ColumnReader(in);
            ColumnBatch all = reader.readAll();
            if (all.rows() == 0) {
                throw Problem.unprocessable("There are no bars of " + key.symbol() + " in " + key.form()
                                + " in that range; import some, or choose another one.")
                        .field("start_date", key.start(), "no bars between start and end");
            }
            BarSeries bars = bars(key, all, reader.metadata().get("made_from"));
            String product =
                    key.contract() != null ? key.contract() : reader.metadata().get("product");
            String revision = answer.headers().firstValue(ROLLS_REVISION).orElse("");
            return Series.of(key, bars, contract(key.symbol(), product), rolls(key, revision), answer.tag());
        } catch (IOException e) {
            throw Problem.unavailable("The bars of " + key.symbol() + " broke off on the way: " + e.getMessage());
        }
    }

    private static BarSeries bars(SeriesKey key, ColumnBatch all, String madeFrom) {
        double[] open = all.doubles("open");
        double[] high = all.doubles("high");
        double[] low = all.doubles("low");
        double[] close = all.doubles("close");
        double[] volume = all.doubles("volume");
        long[] times = all.longs("timestamp");
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
                all.longs("close_time"),
                open,
                high,
                low,
                close,
                volume);
    }

    private ContractSpec contract(String symbol, String product) {
        if (product == null || product.isEmpty()) {
            throw Problem.unprocessable("It is not known which contract " + symbol
                            + " is a price of; say so with 'contract', e.g. \"contract\": \"ES\".")
                    .field("contract", null, "missing");
        }
        return ContractReader.spec(data.get("/api/contracts/" + encode(product), LONGEST));
    }

    private RollCalendar rolls(SeriesKey key, String revision) {
        ContinuousSymbol series = ContinuousSymbol.parse(key.symbol()).orElse(null);
        if (series == null || series.adjustment() == Adjustment.NONE) {
            return RollCalendar.NONE;
        }
        JsonNode calendar = data.get(
                        "/api/rolls/" + series.root() + "?series=" + series.rolls() + "&position=" + series.position(),
                        LONGEST)
                .path("calendars")
                .path(0);
        if (!calendar.path("revision").asText().equals(revision)) {
            throw Problem.unavailable("The rolls of " + series + " changed while its bars were fetched; try again.");
        }
        List<Roll> rolls = new ArrayList<>();
        for (JsonNode roll : calendar.path("rolls")) {
            rolls.add(new Roll(
                    Instant.parse(roll.get("time").asText()).toEpochMilli(),
                    roll.get("from").asText(),
                    roll.get("to").asText(),
                    roll.get("old_price").decimalValue(),
                    roll.get("new_price").decimalValue()));
        }
        return new RollCalendar(rolls, calendar.path("provenance").asText());
    }

    private static String path(SeriesKey key) {
        String symbol = ContinuousSymbol.parse(key.symbol())
                .map(series -> traded(series, key.symbol()))
                .orElse(key.symbol());
        StringBuilder path = new StringBuilder("/api/data/" + encode(symbol) + "?format=arrow&order=asc&limit=" + ALL)
                .append("&timeframe=")
                .append(encode(key.form().name()));
        if (key.form().hours() != Hours.ALL) {
            path.append("&hours=").append(key.form().hours().text());
        }
        if (key.start() != null) {
            path.append("&start_date=").append(encode(key.start()));
        }
        if (key.end() != null) {
            path.append("&end_date=").append(encode(key.end()));
        }
        return path.toString();
    }

    private static String traded(ContinuousSymbol series, String asked) {
        if (series.adjustment() == Adjustment.RATIO) {
            throw Problem.unprocessable("Features are made of differences of prices, which a series adjusted by ratio"
                            + " does not keep; use " + series.with(Adjustment.DIFFERENCE) + ".")
                    .field("symbol", asked, "adjusted by ratio");
        }
        return series.with(Adjustment.NONE).toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
