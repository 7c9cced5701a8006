package futures.backtest.series;

import com.fasterxml.jackson.databind.JsonNode;
import futures.engine.Market;
import futures.kit.ServiceClient;
import futures.kit.columnar.ColumnBatch;
import futures.kit.columnar.ColumnReader;
import futures.kit.http.Problem;
import futures.model.BarSeries;
import futures.model.ContinuousSymbol;
import futures.model.RollCalendar;
import futures.model.Timeframe;
import futures.model.bars.Hours;
import futures.wire.backtest.DataGrade;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Fetches markets and currency rates from the data service. */
public final class DataClient implements MarketSource {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final long ALL = 1_000_000_000L;
    private static final int NOT_FOUND = 404;
    private static final String ROLLS_REVISION = "X-Rolls-Revision";

    private final ServiceClient data;

    public DataClient(ServiceClient data) {
        this.data = data;
    }

    @Override
    public Market get(SeriesKey key) {
        return fetch(key).market();
    }

    @Override
    public List<Timeframe> timeframes(String symbol) {
        JsonNode all = data.get("/api/data", LONGEST);
        return ContinuousSymbol.parse(symbol)
                .map(name -> commonTimeframes(all, name.root()))
                .orElseGet(() -> timeframes(all, symbol));
    }

    private static List<Timeframe> timeframes(JsonNode all, String symbol) {
        List<Timeframe> found = new ArrayList<>();
        for (JsonNode series : all.path("series")) {
            if (series.path("symbol").asText().equals(symbol)) {
                found.add(Timeframe.parse(series.path("timeframe").asText()));
            }
        }
        return found;
    }

    /** That all dated contracts of a root have. */
    private static List<Timeframe> commonTimeframes(JsonNode all, String root) {
        List<Timeframe> found = null;
        for (JsonNode continuous : all.path("continuous")) {
            if (continuous.path("root").asText().equals(root)) {
                for (JsonNode contract : continuous.path("contracts")) {
                    List<Timeframe> own = timeframes(all, contract.asText());
                    found = found == null
                            ? own
                            : found.stream().filter(own::contains).toList();
                }
            }
        }
        return found == null ? List.of() : found;
    }

    /** @throws Problem what the data service says, or 422 when there are no bars in the range */
    FetchedMarket fetch(SeriesKey key) {
        return read(key, data.stream(path(key), null, LONGEST));
    }

    private Market market(SeriesKey key, BarSeries bars, JsonNode contract, String revision) {
        Market market = Contracts.market(bars, contract);
        Rolled rolled = Rolled.of(key);
        if (rolled == null) {
            return market;
        }
        RollCalendar calendar = rolled.calendar(data.get(rolled.calendarPath(), LONGEST), revision);
        try {
            return market.withRolls(calendar, rolled.series().adjustment());
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable("The contracts cannot be run one after the other: " + e.getMessage() + ".")
                    .field("symbol", key.symbol(), e.getMessage());
        }
    }

    /** The same object when bars and contract are still what they were, otherwise a new one. */
    FetchedMarket refresh(SeriesKey key, FetchedMarket kept) {
        ServiceClient.Tagged answer = data.stream(path(key), kept.tag(), LONGEST);
        if (answer.body() != null) {
            return read(key, answer);
        }
        JsonNode contract = contract(key.symbol(), kept.product());
        return contract.equals(kept.contract())
                ? kept
                : new FetchedMarket(
                        Contracts.market(kept.market().bars(), contract)
                                .withRolls(kept.market().rolls(), kept.market().adjustment()),
                        kept.tag(),
                        kept.product(),
                        contract);
    }

    private FetchedMarket read(SeriesKey key, ServiceClient.Tagged answer) {
        try (InputStream in = answer.body()) {
            ColumnReader reader = new ColumnReader(in);
            ColumnBatch all = reader.readAll();
            if (all.rows() == 0) {
                throw Problem.unprocessable(
                                "There are no bars of " + key.symbol() + " in " + key.form() + " in that range.")
                        .field("start_date", key.start(), "no bars between start and end");
            }
            BarSeries bars = bars(key, all, reader.metadata().get("made_from"));
            String product =
                    key.contract() != null ? key.contract() : reader.metadata().get("product");
            JsonNode contract = contract(key.symbol(), product);
            return new FetchedMarket(
                    market(
                            key,
                            bars,
                            contract,
                            answer.headers().firstValue(ROLLS_REVISION).orElse("")),
                    answer.tag(),
                    product,
                    contract);
        } catch (IOException e) {
            throw Problem.unavailable("The bars of " + key.symbol() + " broke off on the way: " + e.getMessage());
        }
    }

    /** @param madeFrom length of the bars that these are made of; null for stored ones */
    static BarSeries bars(SeriesKey key, ColumnBatch all, String madeFrom) {
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

    private JsonNode contract(String symbol, String product) {
        if (product == null || product.isEmpty()) {
            throw Problem.unprocessable("It is not known which contract " + symbol
                            + " is a price of; say so with 'contract', e.g. contract=ES.")
                    .field("contract", null, "missing");
        }
        return data.get("/api/contracts/" + encode(product), LONGEST);
    }

    @Override
    public DataGrade grade(SeriesKey key) {
        String path = bars(key) + "/quality?summary=true" + range(key);
        JsonNode summary;
        try {
            summary = data.get(path, LONGEST);
        } catch (Problem e) {
            return noGrade(key, e.getMessage());
        }
        return summary.hasNonNull("grade")
                ? new DataGrade(
                        key.symbol(),
                        key.form().name(),
                        summary.get("grade").asText(),
                        summary.path("reason").asText(),
                        summary.path("revision").asText(),
                        summary.path("href").asText())
                : noGrade(key, "the data service names none");
    }

    /** A grade is good to have and no reason to fail: whether there are bars at all is said when they are fetched. */
    private static DataGrade noGrade(SeriesKey key, String reason) {
        return new DataGrade(key.symbol(), key.form().name(), null, reason, null, null);
    }

    @Override
    public Optional<RateTable> rates(String pair) {
        try {
            NavigableMap<LocalDate, BigDecimal> byDay = new TreeMap<>();
            for (JsonNode row : data.get("/api/rates/" + encode(pair), LONGEST).path("rates")) {
                byDay.put(
                        LocalDate.parse(row.get("date").asText()),
                        row.get("rate").decimalValue());
            }
            return byDay.isEmpty() ? Optional.empty() : Optional.of(new RateTable(pair, byDay));
        } catch (Problem e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static String path(SeriesKey key) {
        return bars(key) + "?format=arrow&order=asc&limit=" + ALL + range(key);
    }

    /** As they were traded. */
    private static String bars(SeriesKey key) {
        Rolled rolled = Rolled.of(key);
        return "/api/data/" + encode(rolled == null ? key.symbol() : rolled.traded());
    }

    private static String range(SeriesKey key) {
        StringBuilder path =
                new StringBuilder("&timeframe=").append(encode(key.form().name()));
        if (key.form().hours() != Hours.ALL) {
            path.append("&hours=").append(key.form().hours().text());
        }
        if (key.start() != null) {
            path.append("&start_date=").append(encode(key.start()));
        }
        if (key.end() != null) {
            path.append("&end_date=").append(encode(key.end()));
        }
        Rolled rolled = Rolled.of(key);
        return rolled == null
                ? path.toString()
                : path.append(rolled.barParameters()).toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
