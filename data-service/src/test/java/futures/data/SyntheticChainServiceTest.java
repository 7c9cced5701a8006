package futures.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.data.sample.SyntheticMonths;
import futures.data.sample.SyntheticMonths.Month;
import futures.kit.Calls;
import futures.kit.RunningService;
import futures.kit.ServiceClient;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.marketdata.Advice;
import futures.marketdata.ContractReader;
import futures.marketdata.FetchedBars;
import futures.marketdata.RollReader;
import futures.marketdata.SeriesClient;
import futures.marketdata.SeriesKey;
import futures.model.Adjustment;
import futures.model.BarSeries;
import futures.model.ContinuousSeries;
import futures.model.ContractSpec;
import futures.model.RollCalendar;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.model.bars.BarForm;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roll calendars and continuous series over HTTP, against what the generator of the made-up chain knows. */
class SyntheticChainServiceTest {
    private static final BigDecimal TICK = new BigDecimal("0.25");
    private static final TradingCalendar CALENDAR = TradingCalendar.CME_EQUITY;

    @TempDir
    static Path home;

    private static RunningService service;
    private static Calls calls;

    @BeforeAll
    static void start() throws Exception {
        service = DataServices.start(home);
        calls = new Calls(service.uri());
        assertEquals(200, calls.post("/api/data/sample?kind=chain", "").status());
        assertEquals(
                200, calls.post("/api/data/sample?kind=chain&holes=true", "").status());
        assertEquals(200, calls.post("/api/data/sample", "").status());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static SyntheticMonths truth(String root) {
        return SyntheticMonths.generate(root.substring(0, 3), root.startsWith("MNQ"));
    }

    private static JsonNode rolls(String root, String series) {
        Calls.Reply reply = calls.get("/api/rolls/" + root + "?series=" + series);
        assertEquals(200, reply.status(), reply.text());
        return reply.json().at("/calendars/0");
    }

    private static String csv(String symbol) {
        Calls.Reply reply = calls.get("/api/data/" + symbol + "?format=csv");
        assertEquals(200, reply.status(), reply.text());
        return reply.text();
    }

    private static List<String[]> rows(String csv) {
        return csv.lines().skip(1).map(line -> line.split(",")).toList();
    }

    @ParameterizedTest
    @CsvSource({"MES-SYNTH, v", "MES-SYNTH, n", "MNQ-SYNTH, v", "MNQ-SYNTH, n"})
    void rollsAreThoseOfTheKnownCrossoversAtTheKnownSpreads(String root, String series) {
        List<Month> months = truth(root).months();
        Function<Month, LocalDate> crossover = series.equals("v") ? Month::crossover : Month::openInterestCrossover;
        JsonNode found = rolls(root, series);
        assertEquals(
                months.get(0).contract().symbol() + "-SYNTH", found.get("first").asText());
        assertEquals(months.size() - 1, found.get("rolls").size());
        for (int m = 0; m < months.size() - 1; m++) {
            JsonNode roll = found.get("rolls").get(m);
            LocalDate day = CALENDAR.tradingDay(CALENDAR.endOf(crossover.apply(months.get(m))));
            assertEquals(day.toString(), roll.get("trading_day").asText());
            assertEquals(
                    Instant.ofEpochMilli(CALENDAR.sessions(day).get(0).opens()).toString(),
                    roll.get("time").asText());
            assertEquals(
                    months.get(m + 1).contract().symbol() + "-SYNTH",
                    roll.get("to").asText());
            BigDecimal spread = TICK.multiply(BigDecimal.valueOf(
                    months.get(m + 1).offset() - months.get(m).offset()));
            assertEquals(0, spread.compareTo(roll.get("spread").decimalValue()));
        }
    }

    /** By difference every price is the walk, as high as the last month stands above it: to the last digit of the text. */
    @ParameterizedTest
    @ValueSource(strings = {"MES-SYNTH.v.0", "MES-SYNTH.n.0", "MES-SYNTH.c.0", "MNQ-SYNTH.v.0", "MES-SYNTH.v.1"})
    void byDifferenceItIsTheWalk(String symbol) {
        SyntheticMonths truth = truth(symbol.substring(0, 9));
        int last = truth.months().get(4).offset();
        List<String[]> rows = rows(csv(symbol + "@diff"));
        assertTrue(rows.size() > 40_000, "bars: " + rows.size());
        for (String[] row : rows) {
            long ticks = truth.walk().get(Instant.parse(row[0]).toEpochMilli()) + last;
            BigDecimal price = TICK.multiply(BigDecimal.valueOf(ticks)).stripTrailingZeros();
            assertEquals(price.scale() < 0 ? price.setScale(0).toPlainString() : price.toPlainString(), row[4], row[0]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v.0", "n.0", "c.0", "v.1", "v.2"})
    void unadjustedEveryLineIsAContractsOwn(String series) {
        JsonNode calendar = rolls("MES-SYNTH", series.substring(0, 1));
        int behind = Integer.parseInt(series.substring(2));
        StringBuilder expected = new StringBuilder("timestamp,open,high,low,close,volume\n");
        List<String> contracts = new ArrayList<>(List.of(calendar.get("first").asText()));
        calendar.get("rolls").forEach(roll -> contracts.add(roll.get("to").asText()));
        for (int i = 0; i + behind < contracts.size(); i++) {
            String from =
                    i == 0 ? "" : calendar.at("/rolls/" + (i - 1) + "/time").asText();
            String to = i < contracts.size() - 1
                    ? calendar.at("/rolls/" + i + "/time").asText()
                    : "9";
            csv(contracts.get(i + behind))
                    .lines()
                    .skip(1)
                    .filter(line -> line.compareTo(from) >= 0 && line.compareTo(to) < 0)
                    .forEach(line -> expected.append(line).append('\n'));
        }
        assertTrue(expected.toString().equals(csv("MES-SYNTH." + series)), series);
        assertTrue(expected.toString().equals(csv("MES-SYNTH." + series + "@none")), series);
    }

    private static BarSeries series(String csv) {
        BarSeries.Builder bars = BarSeries.builder("X", Timeframe.parse("5m"));
        for (String[] row : rows(csv)) {
            double[] values = new double[5];
            for (int i = 0; i < 5; i++) {
                values[i] = Double.parseDouble(row[i + 1]);
            }
            bars.add(Instant.parse(row[0]).toEpochMilli(), values[0], values[1], values[2], values[3], values[4]);
        }
        return bars.build();
    }

    @ParameterizedTest
    @CsvSource({"diff, DIFFERENCE", "ratio, RATIO"})
    void adjustedItIsWhatTheModelMakesOfTheUnadjustedSeriesAndTheCalendar(String name, Adjustment adjustment) {
        RollCalendar rolls = RollReader.calendar(rolls("MNQ-SYNTH", "v"));
        BarSeries expected = ContinuousSeries.of(series(csv("MNQ-SYNTH.v.0")), new TickGrid(TICK), rolls, adjustment)
                .adjusted();
        assertSameBars(expected, series(csv("MNQ-SYNTH.v.0@" + name)));
    }

    private static void assertSameBars(BarSeries expected, BarSeries found) {
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.bar(i), found.bar(i));
        }
    }

    @Test
    void neighboursReadWhatIsServed() {
        Settings settings = Settings.load(home, Map.of(), List.of("ports.data=" + service.port()));
        SeriesClient client = new SeriesClient(new ServiceClient("data", settings), new Advice("", "contract=MNQ"));
        SeriesKey key = new SeriesKey("MNQ-SYNTH.v.0@diff", BarForm.parse("5m"), null, null, null);
        FetchedBars fetched = client.bars(key, null).orElseThrow();
        assertSameBars(series(csv("MNQ-SYNTH.v.0")), fetched.bars());
        RollCalendar rolls = client.rolls(key, fetched.rollsRevision());
        assertEquals(RollReader.calendar(rolls("MNQ-SYNTH", "v")).rolls(), rolls.rolls());
        ContractSpec contract = ContractReader.spec(client.contract(key, fetched.product()));
        assertEquals("MNQ", contract.symbol());
        assertEquals(CALENDAR, contract.calendar());
        assertTrue(client.bars(key, fetched.tag()).isEmpty());
        Problem problem = assertThrows(Problem.class, () -> client.bars(key.between("1999-01-04", "1999-01-05"), null));
        assertEquals("There are no bars of MNQ-SYNTH.v.0@diff in 5m in that range.", problem.getMessage());

        SeriesKey longer = new SeriesKey("MNQ-SYNTH.v.0", BarForm.parse("4h"), null, null, null);
        FetchedBars made = client.bars(longer, null).orElseThrow();
        assertEquals(Timeframe.parse("5m"), made.bars().madeFrom());
        assertEquals(
                fetched.bars().closeTime(fetched.bars().size() - 1),
                made.bars().closeTime(made.bars().size() - 1));
    }

    @Test
    void aPartOfItIsAdjustedByWhatLiesOutside() {
        List<String> all = csv("MES-SYNTH.v.0@ratio").lines().skip(1).toList();
        String address = "/api/data/MES-SYNTH.v.0@ratio?format=csv&start_date=2024-03-01T00:00:00Z&end_date=";
        for (String end : List.of("2024-03-05T00:00:00Z", "2024-07-01T00:00:00Z", "2024-12-31T23:00:00Z")) {
            List<String> part = all.stream()
                    .filter(line -> line.compareTo("2024-03-01T00:00:00Z") >= 0 && line.compareTo(end) < 0)
                    .toList();
            assertEquals(part, calls.get(address + end).text().lines().skip(1).toList());
            for (int limit : List.of(1, 3_000, 30_000)) {
                List<String> newest = part.subList(Math.max(0, part.size() - limit), part.size());
                Calls.Reply reply = calls.get(address + end + "&limit=" + limit);
                assertEquals(newest, reply.text().lines().skip(1).toList());
                List<String> reversed = new ArrayList<>(newest);
                Collections.reverse(reversed);
                assertEquals(
                        reversed,
                        calls.get(address + end + "&order=desc&limit=" + limit)
                                .text()
                                .lines()
                                .skip(1)
                                .toList());
            }
        }
    }

    /**
     * The sample's own continuous series was joined by its generator, which shares no code with calendars: on the very day on which
     * volume moves, which a rule without foresight knows a day later.
     */
    @Test
    void theContractsOfTheSampleJoinToItsContinuousSeries() {
        assertEquals(
                "2025-06-16", rolls("ES-SYNTH", "v").at("/rolls/0/trading_day").asText());
        assertEquals(
                200,
                calls.post("/api/rolls/ES-SYNTH/build?rule=fixed_day&days=13", "")
                        .status());
        assertTrue(csv("ES-SYNTH").equals(csv("ES-SYNTH.c.0@diff")));
    }

    @Test
    void rollGapsAreNoSpikesAndNothingElseIsWrong() {
        JsonNode none = calls.get("/api/data/MES-SYNTH.v.0/quality").json();
        JsonNode diff = calls.get("/api/data/MES-SYNTH.v.0@diff/quality").json();
        assertEquals(diff.toString().contains("spikes"), none.toString().contains("spikes"));
        assertEquals(diff.get("grade"), none.get("grade"), none.toString());
    }

    @Test
    void barsAreJoinedByARuleThatIsAskedForAndNotKept() {
        Calls.Reply kept = calls.get("/api/rolls/MES-SYNTH");
        String rule = "rule=days_before_expiry&days=8";
        JsonNode calendar = calls.get("/api/rolls/MES-SYNTH?" + rule).json().at("/calendars/0");
        JsonNode dry = calls.post("/api/rolls/MES-SYNTH/build?dry_run=true&" + rule, "")
                .json();
        assertEquals(dry.get("rolls"), calendar.get("rolls"));
        Calls.Reply bars = calls.get("/api/data/MES-SYNTH.v.0?format=csv&roll_rule=days_before_expiry&roll_days=8");
        assertEquals(200, bars.status(), bars.text());
        assertEquals(kept.text(), calls.get("/api/rolls/MES-SYNTH").text(), "nothing is kept");

        // What is joined by a rule is what the calendar gives when it is kept.
        assertEquals(200, calls.post("/api/rolls/MES-SYNTH/build?" + rule, "").status());
        assertEquals(bars.text(), csv("MES-SYNTH.c.0"));
        assertEquals(200, calls.delete("/api/rolls/MES-SYNTH?series=c").status());
    }

    @Test
    void theRollsBehindTheFrontAreThoseOfItsOwnContracts() {
        JsonNode front = rolls("MES-SYNTH", "v");
        JsonNode behind =
                calls.get("/api/rolls/MES-SYNTH?series=v&position=1").json().at("/calendars/0");
        assertEquals(front.at("/rolls/0/to"), behind.get("first"));
        assertEquals(front.at("/rolls/0/time"), behind.at("/rolls/0/time"));
        assertEquals(front.at("/rolls/1/to"), behind.at("/rolls/0/to"));
        assertEquals(front.get("revision"), behind.get("revision"));
    }

    @Test
    void aRuleThatCannotBeIsRefusedWithItsParameter() {
        assertEquals(
                422, calls.get("/api/data/MES-SYNTH.v.0?roll_rule=fixed_day").status());
        assertEquals(
                422, calls.get("/api/data/MES-SYNTH.v.0?roll_rule=first_notice").status());
        assertEquals(400, calls.get("/api/data/ES-SYNTH?roll_rule=volume").status());
        assertEquals(400, calls.get("/api/rolls/MES-SYNTH?series=v&rule=volume").status());
    }
}
