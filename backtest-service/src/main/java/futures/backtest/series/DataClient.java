package futures.backtest.series;

import com.fasterxml.jackson.databind.JsonNode;
import futures.engine.Market;
import futures.kit.ServiceClient;
import futures.kit.http.Problem;
import futures.marketdata.Advice;
import futures.marketdata.FetchedBars;
import futures.marketdata.SeriesClient;
import futures.marketdata.SeriesKey;
import futures.model.ContinuousSymbol;
import futures.model.RollCalendar;
import futures.model.Timeframe;
import futures.wire.backtest.DataGrade;
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
    private static final int NOT_FOUND = 404;
    private static final Advice ADVICE = new Advice("", "contract=ES");

    private final ServiceClient data;
    private final SeriesClient series;

    public DataClient(ServiceClient data) {
        this.data = data;
        this.series = new SeriesClient(data, ADVICE);
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
        return market(key, series.bars(key, null).orElseThrow());
    }

    /** The same object when bars and contract are still what they were, otherwise a new one. */
    FetchedMarket refresh(SeriesKey key, FetchedMarket kept) {
        Optional<FetchedBars> bars = series.bars(key, kept.tag());
        if (bars.isPresent()) {
            return market(key, bars.get());
        }
        JsonNode contract = series.contract(key, kept.product());
        return contract.equals(kept.contract())
                ? kept
                : new FetchedMarket(
                        Contracts.market(kept.market().bars(), contract)
                                .withRolls(kept.market().rolls(), kept.market().adjustment()),
                        kept.tag(),
                        kept.product(),
                        contract);
    }

    private FetchedMarket market(SeriesKey key, FetchedBars bars) {
        JsonNode contract = series.contract(key, bars.product());
        Market market = Contracts.market(bars.bars(), contract);
        if (key.continuous().isPresent()) {
            market = rolled(key, market, series.rolls(key, bars.rollsRevision()));
        }
        return new FetchedMarket(market, bars.tag(), bars.product(), contract);
    }

    private static Market rolled(SeriesKey key, Market market, RollCalendar calendar) {
        try {
            return market.withRolls(calendar, key.continuous().orElseThrow().adjustment());
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable("The contracts cannot be run one after the other: " + e.getMessage() + ".")
                    .field("symbol", key.symbol(), e.getMessage());
        }
    }

    @Override
    public DataGrade grade(SeriesKey key) {
        JsonNode summary;
        try {
            summary = series.quality(key);
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

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
