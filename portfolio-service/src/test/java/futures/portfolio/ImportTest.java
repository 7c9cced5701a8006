package futures.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.RedisForTests;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports over HTTP, and the portfolio they make beside a backtest. */
class ImportTest {
    private static final String HEADER = "_timestamp,Fill ID,Account,B/S,Quantity,Price,Contract,commission\n";
    private static final String BOUGHT = "2024-03-05 14:30:01.000Z,501,A1, Buy,2,5000.25,MESH4,1.94\n";
    private static final String SOLD = "2024-03-05 14:40:00.000Z,502,A1, Sell,2,5010.00,MESH4,1.94\n";

    @TempDir
    static Path home;

    private static RedisForTests redis;
    private static PortfolioFixture fixture;

    @BeforeAll
    static void start() throws Exception {
        redis = RedisForTests.onFreePort();
        fixture = new PortfolioFixture(redis, home);
        fixture.startContracts();
        fixture.startBacktests();
    }

    @AfterAll
    static void stop() {
        fixture.close();
        redis.close();
    }

    private static Client.Reply send(String portfolio, String query, String text) {
        return fixture.calls().send("POST", portfolio + "/import" + query, text, Map.of("Content-Type", "text/csv"));
    }

    @Test
    void aDryRunSaysWhatWouldBeRecordedAndRecordsNothing() {
        String portfolio = fixture.portfolio("dry");
        Client.Reply reply = send(portfolio, "?dry_run=true", HEADER + SOLD + BOUGHT);
        assertEquals(200, reply.status(), reply.text());
        JsonNode said = reply.json();
        assertEquals("tradovate", said.get("dialect").asText());
        assertEquals(2, said.get("fills").asInt());
        assertEquals(2, said.get("recorded").asInt());
        assertEquals(1, said.get("trades_added").asInt());
        assertEquals("MESH24", said.at("/first_rows/0/symbol").asText());
        assertEquals("100093.62", said.get("cash").asText());
        assertEquals("100000.00", fixture.get(portfolio).get("cash").asText());
        assertEquals(0, fixture.get(portfolio + "/orders").get("orders").size());
    }

    @Test
    void anExportIsRecordedOnceAndALaterOneAddsWhatIsNew() {
        String portfolio = fixture.portfolio("once");
        assertEquals(200, send(portfolio, "", HEADER + BOUGHT).status());
        JsonNode more =
                send(portfolio, "?strategy_name=live", HEADER + BOUGHT + SOLD).json();
        assertEquals(1, more.get("already_recorded").asInt(), more.toString());
        assertEquals(1, more.get("recorded").asInt());
        assertEquals("FLAT", more.at("/positions/0/side").asText());
        JsonNode again = send(portfolio, "", HEADER + BOUGHT + SOLD).json();
        assertEquals(0, again.get("recorded").asInt());
        assertEquals("100093.62", fixture.get(portfolio).get("cash").asText());
        Client.Reply other = send(portfolio, "", HEADER + BOUGHT.replace("5000.25", "5000.50"));
        assertEquals(422, other.status());
        assertTrue(other.text().contains("recorded with other content"), other.text());
        long order = fixture.get(portfolio + "/orders").at("/orders/0/id").asLong();
        assertEquals(
                201,
                fixture.calls()
                        .post(portfolio + "/orders/" + order + "/reverse", null)
                        .status());
        assertEquals(
                2,
                send(portfolio, "", HEADER + BOUGHT + SOLD)
                        .json()
                        .get("already_recorded")
                        .asInt());
    }

    @Test
    void oneBadRowRefusesTheFile() {
        String portfolio = fixture.portfolio("bad");
        String text = HEADER + BOUGHT + SOLD.replace("5010.00", "much");
        Client.Reply refused = send(portfolio, "", text);
        assertEquals(422, refused.status());
        assertEquals("line 3", refused.json().at("/errors/0/field").asText(), refused.text());
        assertEquals(0, fixture.get(portfolio + "/orders").get("orders").size());
        JsonNode said = send(portfolio, "?dry_run=true", text).json();
        assertEquals(1, said.get("bad_rows").asInt());
        assertEquals(3, said.at("/first_bad_rows/0/line").asInt());
        JsonNode unknown = send(portfolio, "?dry_run=true", HEADER + BOUGHT.replace("MESH4", "XXH4"))
                .json();
        assertTrue(unknown.get("refusal").asText().contains("no contract XX"), unknown.toString());
        assertEquals(400, send(portfolio, "?time_zone=Mars", HEADER + BOUGHT).status());
        assertEquals(400, send(portfolio, "", "").status());
    }

    @Test
    void roundTripsOfTopstepXAreRecordedToo() {
        String portfolio = fixture.portfolio("topstep");
        String text =
                "Id,ContractName,EnteredAt,ExitedAt,EntryPrice,ExitPrice,Fees,PnL,Size,Type,TradeDay,TradeDuration,"
                        + "Commissions\n7,MESH4,03/05/2024 08:30:01 -06:00,03/05/2024 08:40:00 -06:00,5000.25,5010,1.94,97.50,2,Long,"
                        + "03/05/2024 00:00:00 -06:00,00:09:59,1.00\n";
        JsonNode first = send(portfolio, "", text).json();
        assertEquals(1, first.get("round_trips").asInt(), first.toString());
        assertEquals("100094.56", fixture.get(portfolio).get("cash").asText());
        assertEquals(1, send(portfolio, "", text).json().get("already_recorded").asInt());
        assertEquals(
                "2.94", fixture.get(portfolio + "/trades").at("/trades/0/costs").asText());
    }

    /** The backtest of the fixture bought 2 MES at 5000.00 and sold at 5010.25, and traded once alone. */
    @Test
    void aPortfolioIsReconciledWithABacktest() {
        String portfolio = fixture.portfolio("live");
        send(portfolio, "?strategy_name=live", HEADER + BOUGHT + SOLD);
        Client.Reply reply = fixture.calls().post(portfolio + "/reconcile?backtest_id=b1", null);
        assertEquals(200, reply.status(), reply.text());
        JsonNode said = reply.json();
        assertEquals("-2.50", said.at("/parts/entry_slippage").asText(), reply.text());
        assertEquals("-2.50", said.at("/parts/exit_slippage").asText());
        assertEquals("1.12", said.at("/parts/fees").asText());
        assertEquals("0.00", said.at("/parts/missed").asText());
        assertEquals("-3.88", said.get("difference").asText());
        JsonNode pair = said.at("/pairs/0");
        assertEquals(1, pair.get("backtest_trade").asInt());
        assertEquals(1, pair.get("entry_slippage_ticks").asInt());
        assertEquals("MESH24", pair.get("symbol").asText());
        JsonNode wide = fixture.calls()
                .post(
                        portfolio
                                + "/reconcile?backtest_id=b1&start_time=2024-03-01T00:00:00Z&end_time=2024-03-09T00:00:00Z",
                        null)
                .json();
        assertEquals("-45.00", wide.at("/parts/missed").asText());
        assertEquals(2, wide.at("/missed_trades/0/trade").asInt());
        assertEquals(
                422,
                fixture.calls()
                        .post(portfolio + "/reconcile?backtest_id=b1&strategy_name=none", null)
                        .status());
        assertEquals(
                404,
                fixture.calls()
                        .post(portfolio + "/reconcile?backtest_id=b2", null)
                        .status());
    }
}
