package futures.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import futures.kit.Calls.Reply;
import futures.kit.Eventually;
import futures.kit.bus.Notice;
import futures.kit.json.Json;
import futures.wire.Channels;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Margins by date, charges, regular hours and currency rates over HTTP, with a real store and a real Redis. */
class MoneyServiceTest extends DataServiceOnRedis {
    private static final String MINE = """
            {"name":"Mine","exchange":"CME","currency":"USD","tick_size":0.5,"point_value":20%s}""";

    @Test
    void aContractIsKeptWithItsMoney() throws Exception {
        Reply put = calls.put("/api/contracts/MINE", MINE.formatted("""
                ,"commission":0.85,"exchange_fees":1.42,"fees_date":"2024-02-01","fees_source":"my broker",
                "regular_opens":"08:30","regular_closes":"15:00:00",
                "margins":[{"from":"2024-06-03","initial":1320,"maintenance":1200,"day_trade":50},
                           {"from":"2024-01-02","initial":1000}]"""));
        assertEquals(200, put.status(), put.text());
        JsonNode mine = put.json();
        assertEquals("2024-01-02", mine.at("/margins/0/from").asText());
        assertEquals(1320, mine.get("initial_margin").asInt());
        assertEquals(1320, mine.get("margin_requirement").asInt());
        assertEquals("2024-06-03", mine.get("margin_date").asText());
        // What was answered may be sent back as it is.
        assertEquals(mine, calls.put("/api/contracts/MINE", put.text()).json());
        stop();
        start();
        assertEquals(mine, calls.get("/api/contracts/MINE").json());
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("data/futures.db"));
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT margin_requirement, commission, exchange_fees, regular_opens,"
                                + " (SELECT count(*) FROM contract_margin m WHERE m.symbol = s.symbol) AS rows"
                                + " FROM contract_specs s WHERE symbol = 'MINE'")) {
            assertTrue(row.next());
            assertEquals(1320, row.getDouble("margin_requirement"));
            assertEquals(0.85, row.getDouble("commission"));
            assertEquals(1.42, row.getDouble("exchange_fees"));
            assertEquals("08:30", row.getString("regular_opens"));
            assertEquals(2, row.getInt("rows"));
        }
        // A spec without a table has its margins on all days, as ever, and the rows are gone.
        JsonNode plain = calls.put("/api/contracts/MINE", MINE.formatted(",\"initial_margin\":900"))
                .json();
        assertEquals(0, plain.get("margins").size());
        assertEquals(900, plain.get("initial_margin").asInt());
        assertTrue(plain.get("commission").isNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "commission | ,\"commission\":-1 | must not be below zero",
                "exchange_fees | ,\"exchange_fees\":0.1234567 | at most 6 decimal places",
                "regular_opens | ,\"regular_closes\":\"15:00\" | say both ends",
                "regular_closes | ,\"regular_opens\":\"15:00\",\"regular_closes\":\"08:30\" | after regular_opens",
                "last_trade | ,\"last_trade\":\"someday\" | must be one of third_friday,",
                "first_notice | ,\"last_trade\":\"last_day\",\"first_notice\":\"someday\" | must be one of last_day_of_month_before,",
                "first_notice | ,\"first_notice\":\"after_last_trade\" | needs last_trade beside it",
                "calendar | ,\"calendar\":\"CME\" | must be one of [CME_CURRENCIES, CME_ENERGY_METALS, CME_EQUITY,",
                "calendar | ,\"calendar\":\"CME_GRAINS\",\"opens\":\"17:00\" | CME_GRAINS has the hours 19:00 to 13:20",
                "margins[0].from | ,\"margins\":[{\"initial\":5}] | first trading day",
                "margins[1].from | ,\"margins\":[{\"from\":\"2024-01-02\",\"initial\":5},{\"from\":\"2024-01-02\",\"initial\":6}] | twice",
                "margins[0].initial | ,\"margins\":[{\"from\":\"2024-01-02\",\"initial\":0}] | above zero",
                "margins[0].maintenance | ,\"margins\":[{\"from\":\"2024-01-02\",\"initial\":5,\"maintenance\":6}] | not be above margins[0].initial",
                "initial_margin | ,\"initial_margin\":7,\"margins\":[{\"from\":\"2024-01-02\",\"initial\":5}] | newest row of margins, from 2024-01-02 on: 5; change or add a row",
                "margin_date | ,\"margin_date\":\"2024-01-03\",\"margins\":[{\"from\":\"2024-01-02\",\"initial\":5}] | newest row",
                "maintenance_margin | ,\"maintenance_margin\":3,\"margins\":[{\"from\":\"2024-01-02\",\"initial\":5}] | on: none",
            })
    void aContractThatCannotBeRightIsRefusedWithItsFieldAndTheRemedy(String field, String part, String says) {
        Reply reply = calls.put("/api/contracts/MINE", MINE.formatted(part));
        assertEquals(422, reply.status(), reply.text());
        assertEquals(field, reply.json().at("/errors/0/field").asText());
        assertTrue(reply.json().get("detail").asText().contains(says), reply.text());
        assertEquals(404, calls.get("/api/contracts/MINE").status());
    }

    private Reply csv(String pair, String query, String lines) {
        return calls.send("PUT", "/api/rates/" + pair + query, lines, Map.of("Content-Type", "text/csv"));
    }

    @Test
    void ratesComeBackAsTheyWereSentInDaysOfTheirOwn() throws Exception {
        assertEquals(0, calls.get("/api/rates").json().get("pairs").size());
        Reply put = calls.put("/api/rates/EURUSD", """
                {"source": "ECB", "rates": [{"date": "2024-01-03", "rate": 1.0919}, {"date": "2024-01-02", "rate": 1.0956}]}""");
        assertEquals(200, put.status(), put.text());
        assertEquals(2, put.json().get("rows").asInt());
        assertEquals("2024-01-02", put.json().get("first").asText());
        JsonNode stored = calls.get("/api/rates/EURUSD").json();
        assertEquals("ECB", stored.get("source").asText());
        assertEquals(
                "[{\"date\":\"2024-01-02\",\"rate\":1.0956},{\"date\":\"2024-01-03\",\"rate\":1.0919}]",
                stored.get("rates").toString());
        // What is sent replaces what was there.
        assertEquals(
                200,
                csv("EURUSD", "?source=my%20notes", "date,rate\n2024-02-01,1.0814\r\n2024-02-02;1.08\n")
                        .status());
        assertEquals(200, csv("USDJPY", "?source=x", "2024-01-02\t141.83").status());
        stop();
        start();
        JsonNode pairs = calls.get("/api/rates").json().get("pairs");
        assertEquals(2, pairs.size());
        assertEquals("EURUSD", pairs.at("/0/pair").asText());
        assertEquals("my notes", pairs.at("/0/source").asText());
        assertEquals(2, pairs.at("/0/rows").asInt());
        assertEquals("2024-02-02", pairs.at("/0/last").asText());
        assertEquals(
                1.0814,
                calls.get(pairs.at("/0/href").asText())
                        .json()
                        .at("/rates/0/rate")
                        .asDouble());
    }

    @Test
    void ratesThatCannotBeRightAreRefusedAndChangeNothing() throws Exception {
        assertEquals(200, csv("EURUSD", "?source=x", "2024-01-02,1.1").status());
        JsonNode before = calls.get("/api/rates/EURUSD").json();
        wrong("source", csv("EURUSD", "", "2024-01-02,1.1"), "where the rates came from");
        wrong(
                "line 2",
                csv("EURUSD", "?source=x", "2024-01-02,1.1\n2024-13-02,1.1"),
                "Line 2 must be a date and a rate");
        wrong("line 1", csv("EURUSD", "?source=x", "2024-01-02,1.1,1.2"), "Line 1");
        wrong("rates", csv("EURUSD", "?source=x", "date,rate"), "1 to 100000 rows");
        wrong("rates[1].date", csv("EURUSD", "?source=x", "2024-01-02,1\n2024-01-02,2"), "twice");
        wrong("rates[0].rate", csv("EURUSD", "?source=x", "2024-01-02,0"), "above 0");
        wrong("rates[0].rate", csv("USDKRW", "?source=x", "2024-01-02,1300"), "the other way round");
        wrong("rates[0].rate", csv("EURUSD", "?source=x", "2024-01-02,1.123456789"), "8 decimal places");
        wrong("pair", csv("EUREUR", "?source=x", "2024-01-02,1"), "two different ISO codes");
        wrong("rates[0]", calls.put("/api/rates/EURUSD", "{\"source\":\"x\",\"rates\":[{\"rate\":1}]}"), "a date and");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i <= 100_000; i++) {
            many.append("2024-01-02,1\n");
        }
        wrong("rates", csv("EURUSD", "?source=x", many.toString()), "100001 rows");
        assertEquals(400, calls.put("/api/rates/EURUSD", "{\"sorce\":\"x\"}").status());
        assertEquals(before, calls.get("/api/rates/EURUSD").json());
        Reply near = calls.get("/api/rates/EURUSB");
        assertEquals(404, near.status());
        assertTrue(near.text().contains("did you mean 'EURUSD'?"), near.text());
        assertTrue(
                calls.get("/api/rates/GBPJPY").text().contains("PUT /api/rates/GBPJPY"),
                calls.get("/api/rates/GBPJPY").text());
    }

    private static void wrong(String field, Reply reply, String says) {
        assertEquals(422, reply.status(), reply.text());
        assertEquals(field, reply.json().at("/errors/0/field").asText());
        assertTrue(reply.json().get("detail").asText().contains(says), reply.text());
    }

    @Test
    void othersHearOfRatesAndContracts() {
        List<Notice> heard = new CopyOnWriteArrayList<>();
        Eventually.within(
                Duration.ofSeconds(60),
                "the bus is connected",
                () -> service.bus().connected());
        service.bus().subscribe(Channels.DATA_UPDATES, (channel, notice) -> heard.add(notice));
        ObjectNode es = (ObjectNode) calls.get("/api/contracts/ES").json();
        Eventually.within(Duration.ofSeconds(60), "both notices", () -> {
            csv("EURUSD", "?source=x", "2024-01-02,1.1");
            calls.put("/api/contracts/ES", es.put("exchange_fees", 2).toString());
            return heard.stream()
                            .anyMatch(notice -> notice.type().equals("rates_changed")
                                    && notice.href().equals("/api/rates/EURUSD")
                                    && notice.data().get("pair").asText().equals("EURUSD"))
                    && heard.stream().anyMatch(notice -> notice.type().equals("contract_changed"));
        });
        assertEquals(
                Json.mapper().getNodeFactory().numberNode(2),
                calls.get("/api/contracts/ES").json().get("exchange_fees"));
    }
}
