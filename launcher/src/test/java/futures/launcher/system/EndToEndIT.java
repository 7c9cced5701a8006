package futures.launcher.system;

import static futures.launcher.process.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.bus.Notice;
import futures.kit.bus.RedisBus;
import futures.launcher.process.ProcessBook.Entry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One run of the whole system, from start to stop, with five real processes and a real Redis. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class EndToEndIT {
    private static final int BARS = 1200;

    @TempDir
    private static Path folder;

    private LauncherProcess launcher;

    @BeforeAll
    void start() throws IOException {
        launcher = LauncherProcess.run(folder).awaitReady();
    }

    @AfterAll
    void end() {
        launcher.close();
    }

    @Test
    @Order(1)
    void jarAloneInAnEmptyFolderBringsEverything() throws Exception {
        assertEquals(
                List.of("redis", "data", "backtest", "risk", "ml", "portfolio"),
                List.copyOf(launcher.children().keySet()));
        for (String service : List.of("data", "backtest", "risk", "ml", "portfolio")) {
            assertEquals(
                    "healthy",
                    Http.get(launcher.address(service).resolve("/health"))
                            .path("status")
                            .asText());
        }
        assertTrue(Files.exists(folder.resolve("config/settings.yaml")));
        assertTrue(Files.exists(folder.resolve("strategies/SimpleMAStrategy.yaml")));
        assertTrue(Files.exists(folder.resolve("logs/data.log")));
        assertEquals(0, LauncherProcess.command(folder, "status"), () -> read("command.txt"));
    }

    @Test
    @Order(2)
    void secondLauncherInTheSameHomeIsRefused() throws Exception {
        assertEquals(4, LauncherProcess.command(folder, "start"));
        assertTrue(read("command.txt").contains("already runs"), () -> read("command.txt"));
    }

    @Test
    @Order(3)
    void importedFileIsBacktestedAndRecordedInAPortfolio() throws IOException {
        JsonNode report = Http.post(
                launcher.address("data").resolve("/api/data/import/csv?symbol=ES&wait=true"),
                "text/csv",
                MadeUpBars.csv(BARS));
        assertEquals(BARS, report.path("rows_added").asInt(), report::toString);

        JsonNode result = Http.post(
                launcher.address("backtest")
                        .resolve("/api/backtest?strategy_name=SimpleMAStrategy&symbol=ES&record_to_portfolio=true"),
                "application/json",
                "{}");
        assertEquals(BARS, result.path("backtest_period").path("total_bars").asInt());
        int trades = result.path("performance").path("total_trades").asInt();
        assertTrue(trades > 5, result.path("performance")::toString);
        assertEquals(trades, result.path("trades_recorded").asInt());

        JsonNode recorded = Http.get(launcher.address("portfolio")
                .resolve("/api/portfolio/" + result.path("portfolio_id").asText() + "/trades?limit=1000"));
        assertEquals(trades, recorded.path("trades").size());
        double net = 0;
        for (JsonNode trade : recorded.path("trades")) {
            net += trade.path("net").asDouble();
        }
        assertEquals(result.path("performance").path("net_profit").asDouble(), net, 0.005);
    }

    @Test
    @Order(4)
    void jointRunIsRecordedByStrategyAndVerifiedByAFreshProcess() throws IOException {
        Http.post(
                launcher.address("data").resolve("/api/data/import/csv?symbol=MES&wait=true"),
                "text/csv",
                MadeUpBars.csv(BARS));
        Http.put(
                launcher.address("data").resolve("/api/rates/EURUSD?source=test"),
                "text/csv",
                "2024-01-12,1.0942\n2024-01-16,1.0882\n");
        JsonNode job = Http.post(launcher.address("backtest").resolve("/api/backtests"), "application/json", """
                {"account_currency": "EUR", "strategies": [
                   {"name": "quick", "strategy_name": "SimpleMAStrategy", "symbol": "ES", "parameters": {"fast_period": 4}},
                   {"name": "calm", "strategy_name": "SimpleMAStrategy", "symbol": "MES"}],
                 "markets": {"MES": {"commission": 0.62}}, "fill_mode": "ohlc", "record_to_portfolio": true}""");
        URI href = launcher.address("backtest")
                .resolve("/api/backtests/" + job.path("id").asText());
        eventually("the joint run is done", () -> state(href).equals("done"), () -> state(href));
        JsonNode result = Http.get(href).path("result");
        assertEquals(2, result.path("strategies").size());
        assertEquals("EUR", result.path("manifest").path("currency").asText());
        JsonNode es = Http.get(launcher.address("data").resolve("/api/contracts/ES"));
        JsonNode market = result.path("manifest").path("markets").path(0);
        assertEquals(
                es.path("exchange_fees").asDouble(),
                market.path("costs").path("fees").asDouble());
        assertEquals(
                es.path("regular_opens").asText(),
                market.path("calendar").path("regular_opens").asText() + ":00");
        assertEquals("2022-01-21", market.path("margins").path(0).path("from").asText(), market::toString);
        for (JsonNode line : result.path("strategies")) {
            JsonNode recorded = Http.get(launcher.address("portfolio")
                    .resolve("/api/portfolio/" + result.path("portfolio_id").asText()
                            + "/trades?limit=1000&strategy_name="
                            + line.path("name").asText()));
            assertTrue(line.path("total_trades").asInt() > 5, line::toString);
            assertEquals(
                    line.path("total_trades").asInt(), recorded.path("trades").size());
        }

        JsonNode verdict = Http.post(URI.create(href + "/verify?wait=true"), "application/json", "");

        assertEquals("verified", verdict.path("verdict").asText(), verdict::toString);
        assertEquals(result.path("result_hash"), verdict.path("result_hash_again"));
    }

    @Test
    @Order(5)
    void aDroppedStrategyRunsSecondsLaterAndOldResultsKeepTheirCode() throws Exception {
        assertEquals(0, LauncherProcess.command(folder, "new-strategy", "MyCross"), () -> read("command.txt"));
        assertEquals(2, LauncherProcess.command(folder, "new-strategy", "MyCross"), () -> read("command.txt"));
        assertTrue(read("command.txt").contains("is there already"), () -> read("command.txt"));
        URI backtest = launcher.address("backtest");
        URI run = backtest.resolve("/api/backtest?strategy_name=MyCross&symbol=ES");
        JsonNode first = Http.post(run, "application/json", "{}");
        assertTrue(first.at("/performance/total_trades").asInt() > 3, first::toString);

        Path source = folder.resolve("strategies/MyCross.java");
        String before = Files.readString(source);
        Files.writeString(source, before.replace("Order.buy(1)", "Order.buy(2)"));
        JsonNode second = Http.post(run, "application/json", "{}");

        assertNotEquals(first.at("/manifest/strategy_hash"), second.at("/manifest/strategy_hash"));
        assertEquals(2, second.at("/trades/0/contracts").asInt());
        URI old = backtest.resolve("/api/backtests/" + first.path("id").asText());
        JsonNode code = Http.get(URI.create(old + "/code")).at("/strategies/0/files/0");
        assertEquals(before, code.path("text").asText());
        JsonNode verdict = Http.post(URI.create(old + "/verify?wait=true"), "application/json", "");
        assertEquals("verified", verdict.path("verdict").asText(), verdict::toString);
    }

    @Test
    @Order(5)
    void aScriptIsGivenBarsFromBeforeItsRunInEveryWayThatItMayAsk() throws IOException {
        new ScriptedRun(folder, launcher.address("backtest"), launcher.address("portfolio")).check();
    }

    @Test
    @Order(5)
    void aTightLimitIsAnAlertInTheLogTheApiAndOnRedis() throws IOException {
        new RiskOfRecordedRun(folder, launcher.address("backtest"), launcher.address("risk"), launcher.address("redis"))
                .check();
    }

    @Test
    @Order(5)
    void aTrainedModelIsPromotedReadByABacktestAndItsRiskIsKnown() throws IOException {
        new ModelledRun(
                        launcher.address("data"),
                        launcher.address("ml"),
                        launcher.address("backtest"),
                        launcher.address("risk"))
                .check();
    }

    private static String state(URI backtest) {
        try {
            return Http.get(backtest).path("state").asText();
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    @Order(6)
    void contractsOneAfterTheOtherAreWhatTheirOwnBarsAndTheCalendarSay() throws IOException {
        URI data = launcher.address("data");
        URI backtest = launcher.address("backtest");
        Http.post(data.resolve("/api/data/sample?kind=chain"), "application/json", "");
        RolledContracts rolled = new RolledContracts(data, backtest);
        JsonNode grade = Http.get(data.resolve("/api/data/MES-SYNTH.v.0/quality?summary=true"));
        Map<String, JsonNode> hashes = new HashMap<>();
        for (String adjustment : List.of("none", "diff", "ratio")) {
            JsonNode result = rolled.run("MES-SYNTH.v.0@" + adjustment, "5m", "pessimistic");
            rolled.checkRolls(result);
            rolled.checkEquity(result, "5m");
            assertEquals(grade.get("grade"), result.get("data_grade"), result::toString);
            hashes.put(adjustment, result.get("result_hash"));
            URI verify = backtest.resolve("/api/backtests/" + result.get("id").asText() + "/verify?wait=true");
            assertEquals(
                    "verified",
                    Http.post(verify, "application/json", "").path("verdict").asText());
        }

        JsonNode fourHours = rolled.run("MES-SYNTH.v.0@diff", "4h", "ohlc");
        rolled.checkEquity(fourHours, "4h");
        JsonNode magnified = rolled.run("MES-SYNTH.v.0@diff", "1h", "magnifier");
        rolled.checkRolls(magnified);
        rolled.checkEquity(magnified, "1h");

        JsonNode compared = Http.post(
                backtest.resolve("/api/roll-sensitivities?wait=true"),
                "application/json",
                "{\"backtest\": " + RolledContracts.order("MES-SYNTH", "5m", "pessimistic")
                        + ", \"rules\": [{\"rule\": \"volume\"}, {\"rule\": \"days_before_expiry\", \"days\": 3}]}");
        assertEquals(6, compared.path("runs").size(), compared::toString);
        for (int i = 0; i < 3; i++) {
            JsonNode run = compared.path("runs").path(i);
            assertEquals("volume", run.path("rule").asText());
            assertEquals(hashes.get(run.path("adjustment").asText()), run.get("result_hash"), run::toString);
        }
    }

    @Test
    @Order(7)
    void killedServiceComesBackWithItsData() throws IOException {
        long before = launcher.children().get("data").pid();

        launcher.kill("data");

        eventually(
                "data is back",
                () -> launcher.children().get("data").pid() != before
                        && launcher.state("data").equals("healthy"),
                launcher::output);
        assertEquals(1, launcher.child("data").path("restarts").asInt());
        JsonNode bars = Http.get(launcher.address("data").resolve("/api/data/ES?limit=" + BARS));
        assertEquals(BARS, bars.path("data").size());
    }

    @Test
    @Order(8)
    void killedRedisComesBackAndWhatWasSaidMeanwhileIsDelivered() throws IOException {
        List<Notice> heard = new CopyOnWriteArrayList<>();
        try (RedisBus listener = new RedisBus(launcher.address("redis"), "test", Clock.systemUTC())) {
            listener.subscribe("data:updates", (channel, notice) -> heard.add(notice));
            eventually("the listener hears", () -> publishAndHear(listener, heard), heard::size);
            heard.clear();
            long before = launcher.children().get("redis").pid();

            launcher.kill("redis");
            eventually(
                    "Redis is noticed to be away",
                    () -> !launcher.state("redis").equals("healthy"),
                    launcher::output);
            Http.post(
                    launcher.address("data").resolve("/api/data/import?symbol=NQ&timeframe=1m"),
                    "application/json",
                    "[{\"timestamp\": \"2024-01-16T15:00:00Z\", \"open\": 17000, \"high\": 17001, \"low\": 16999,"
                            + " \"close\": 17000.5, \"volume\": 3}]");

            eventually(
                    "Redis is back",
                    () -> launcher.children().get("redis").pid() != before
                            && launcher.state("redis").equals("healthy"),
                    launcher::output);
            eventually(
                    "the notice of the import arrives",
                    () -> heard.stream()
                            .anyMatch(notice -> notice.service().equals("data")
                                    && notice.data().toString().contains("NQ")),
                    heard::toString);
        }
        for (String service : List.of("data", "backtest", "risk", "ml", "portfolio")) {
            eventually(
                    service + " is healthy again", () -> launcher.state(service).equals("healthy"), launcher::output);
        }
    }

    private static boolean publishAndHear(RedisBus bus, List<Notice> heard) {
        bus.publish("data:updates", "hello", null, Map.of());
        return !heard.isEmpty();
    }

    @Test
    @Order(9)
    void stopLeavesNoProcessAndNoRecordBehind() throws Exception {
        // Beside the six one that is ready for the next script, which goes with its service.
        List<ProcessHandle> all = launcher.descendants();
        Map<String, Entry> children = launcher.children();
        assertEquals(6, children.size(), children::toString);
        assertTrue(all.size() == 6 || all.size() == 7, all::toString);

        assertEquals(0, LauncherProcess.command(folder, "stop"), () -> read("command.txt"));

        assertTrue(launcher.process().waitFor(30, TimeUnit.SECONDS));
        all.forEach(process -> assertFalse(process.isAlive(), () -> process.info() + " is left"));
        children.values().forEach(entry -> assertTrue(entry.running().isEmpty(), entry::toString));
        assertFalse(Files.exists(folder.resolve("data/run/processes.json")));
        assertTrue(launcher.output().contains("Stopped."), launcher::output);
        assertNotEquals(0, LauncherProcess.command(folder, "status"));
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
