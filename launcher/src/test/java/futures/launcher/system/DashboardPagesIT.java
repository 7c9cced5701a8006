package futures.launcher.system;

import static futures.launcher.process.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Every page of the dashboard in Chromium, on real services with bars, runs and a portfolio in them. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardPagesIT {
    private static final String JOINED = "MES-SYNTH.v.0@diff";

    @TempDir
    private static Path folder;

    @TempDir
    private static Path profile;

    private static final String SEARCH =
            "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES-SYNTH\"},"
                    + " \"spaces\": {\"fast_period\": [30, 60], \"slow_period\": [120, 240]}}";
    private static final String WALK = "{\"optimization\": " + SEARCH
            + ", \"windows\": {\"unit\": \"weeks\", \"in_sample\": 6, \"out_of_sample\": 3}, \"matrix\": [{\"in_sample\": 3}]}";

    private LauncherProcess launcher;
    private Browser browser;
    private String dashboard;
    private JsonNode run;
    private JsonNode joined;
    private JsonNode beside;

    @BeforeAll
    void begin() throws IOException {
        launcher = LauncherProcess.run(folder).awaitReady();
        dashboard = launcher.address("dashboard").toString();
        post("data", "/api/data/sample?kind=index", "");
        post("data", "/api/data/sample?kind=chain", "");
        run = post(
                "backtest",
                "/api/backtest?strategy_name=SimpleMAStrategy&symbol=ES-SYNTH&record_to_portfolio=true",
                "{\"fast_period\": 60, \"slow_period\": 240}");
        joined = post("backtest", "/api/backtest?strategy_name=EmaCross&timeframe=30m&symbol=" + JOINED, "{}");
        beside = post("backtest", "/api/backtest?strategy_name=EmaCross&timeframe=30m&symbol=ES-SYNTH", "{}");
        browser = new Browser(profile);
    }

    @AfterAll
    void end() {
        if (browser != null) {
            browser.close();
        }
        launcher.close();
    }

    @BeforeEach
    void forgetComplaints() {
        browser.complaints();
    }

    @Test
    void everyPageOpensWithoutErrorBarrierOrOverflow() throws IOException {
        List<String> faults = new ArrayList<>();
        for (String path : pages()) {
            browser.open(dashboard + path);
            String name = path.substring(1).replaceAll("=?[0-9][0-9a-f,-]+", "").replaceAll("[^A-Za-z]+", "-");
            browser.picture("page-" + (name.isEmpty() ? "home" : name));
            if (browser.has(".failure")) {
                faults.add(path + " shows: " + browser.text(".failure"));
            }
            browser.barriers().forEach(barrier -> faults.add(path + " has a barrier: " + barrier));
            browser.phone();
            long tooWide = browser.tooWide();
            if (tooWide > 0) {
                faults.add(path + " is " + tooWide + " px too wide for a phone");
            }
            browser.desktop();
            browser.complaints().forEach(line -> faults.add(path + " complains: " + line));
        }
        assertEquals(List.of(), faults);
    }

    /** Every page that the menu's list names, those of one thing with a thing that is there, and each part of a result. */
    private List<String> pages() throws IOException {
        String id = run.path("id").asText();
        String model = trained("logistic");
        Map<String, String> of = Map.ofEntries(
                Map.entry("optimization", "/optimization/" + ended("/api/optimizations", SEARCH)),
                Map.entry("walkforward", "/walkforward/" + ended("/api/walkforwards", WALK)),
                Map.entry("result", "/result/" + id),
                Map.entry("strategy", "/strategy/SimpleMAStrategy"),
                Map.entry("series", "/series/ES-SYNTH"),
                Map.entry("portfolio", "/portfolio/" + run.path("portfolio_id").asText()),
                Map.entry(
                        "compare",
                        "/compare?ids=" + id + "," + joined.path("id").asText()),
                Map.entry(
                        "allocation",
                        "/allocation?ids=" + id + "," + beside.path("id").asText()),
                Map.entry("model", "/model/" + model),
                Map.entry("modelcompare", "/modelcompare?ids=" + model + "," + trained("random_forest")));
        List<String> paths = new ArrayList<>(List.of("/"));
        for (JsonNode page : Http.get(URI.create(dashboard + "/web/pages.json"))) {
            String name = page.path("name").asText();
            // A training leads to its model as soon as it has ended.
            if (!name.equals("training")) {
                paths.add(of.getOrDefault(name, "/" + name));
            }
        }
        for (String part : List.of("leaks", "importance", "calibration", "signals", "provenance")) {
            paths.add(of.get("model") + "?part=" + part);
        }
        for (String part : List.of("trades&trade=3", "costs", "luck", "provenance")) {
            paths.add("/result/" + id + "?part=" + part);
        }
        paths.addAll(List.of("/series/" + JOINED, "/rolls/MES-SYNTH", "/contracts/ES", "/strategy/EmaCross"));
        return paths;
    }

    @Test
    void aRunUnderAFirmsRulesIsThatOfTheApi() throws IOException {
        String of = "backtest_id=" + run.path("id").asText();
        JsonNode replayed = post("risk", "/api/risk/prop-firms/apex-50k-eod/evaluate?" + of + "&size=2", "");
        JsonNode odds = post("risk", "/api/risk/prop-firms/apex-50k-eod/simulate?lives=5000&" + of, "");
        browser.open(dashboard + "/prop?plan=apex-50k-eod&size=2&run="
                + run.path("id").asText());
        assertEquals(replayed.path("verdict").asText(), browser.text("#verdict-word"));
        assertEquals(figure(replayed.path("profit"), 2), browser.text("#prop-profit"));
        browser.awaitText(
                "#odds-best", "Best odds with " + odds.path("best_odds").asText() + "×");
        browser.awaitText(
                "#odds-best",
                figure(
                        odds.path("sizes")
                                .get(odds.path("best_value").asInt() - 1)
                                .path("value"),
                        2));
        assertEquals(
                odds.path("sizes").size(), browser.all("#odds-table tbody tr").size());
        assertTrue(browser.text("#rules").contains("checked 2026-10-04"));
    }

    @Test
    void figuresOfAResultAreThoseOfTheApi() {
        browser.open(dashboard + "/result/" + run.path("id").asText());
        JsonNode performance = run.path("performance");
        assertEquals(figure(performance.path("net_profit"), 2), browser.text("#net"));
        assertEquals(figure(performance.path("max_drawdown"), 2), browser.text("#drawdown"));
        assertEquals(figure(performance.path("profit_factor"), 2), browser.text("#profit-factor"));
        assertEquals(figure(performance.path("total_trades"), 0), browser.text("#trips"));
        assertEquals(figure(performance.path("sharpe_ratio"), 2), browser.text("#sharpe"));
        assertEquals(run.path("data_grade").asText(), browser.text("#grade"));
        assertEquals(run.path("findings").size(), browser.all("#findings li").size());
        for (String name : List.of("net_profit", "average_loss", "max_drawdown")) {
            assertEquals(
                    figure(run.path("metrics").path("all").path(name).path("value"), 2),
                    browser.text("[data-metric=" + name + "] td:nth-child(2)"),
                    name);
            assertTrue(browser.find("[data-metric=" + name + "] .explained")
                    .getDomAttribute("title")
                    .startsWith(run.path("metrics")
                            .path("all")
                            .path(name)
                            .path("definition")
                            .asText()));
        }
        browser.find("#tab-trades").click();
        browser.awaitText("#trades [role=status]", figure(performance.path("total_trades"), 0) + " rows");
        JsonNode first = run.path("trades").get(0);
        browser.awaitText("#trades .grid-space .grid-row", figure(first.path("net"), 2));
        browser.find("#trades .grid-space .grid-row").click();
        browser.awaitText("#around", "No. 1: " + first.path("side").asText().toLowerCase(Locale.ROOT));
        browser.find("#around .candles[data-state=drawn]");
        assertTrue(browser.address().endsWith("part=trades&trade=1"), browser::address);
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void theReportHoldsEveryPartWithTablesAndPicturesOfCharts() {
        browser.open(dashboard + "/result/" + run.path("id").asText());
        Object seen = browser.runAsync("""
                const done = arguments[0];
                const address = URL.createObjectURL;
                URL.createObjectURL = (file) => {
                  file.text().then((text) => {
                    const titles = [...text.matchAll(/<h1[^>]*>([^<]*)</g)].slice(1).map((title) => title[1]);
                    const rows = /<table class="rows">.*?<\\/table>/s.exec(text)[0].match(/<tr>/g).length - 1;
                    done([titles.join(), rows, text.match(/data-metric=/g).length > 60, text.match(/<img src="data:image.png[^"]{2000,}/g).length >= 6, /id="net"[^>]*>([^<]*)/.exec(text)[1]].join(" | "));
                  });
                  return address.call(URL, file);
                };
                document.getElementById("export-html").click();
                """);
        assertEquals(
                "Overview,Trades,Costs and margin,Luck,Provenance | "
                        + Math.min(
                                200,
                                run.path("performance").path("total_trades").asInt()) + " | true | true | "
                        + figure(run.path("performance").path("net_profit"), 2),
                seen);
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void anOrderThatIsRefusedSaysWhyAndOneThatIsMendedBecomesAResult() throws IOException {
        browser.open(dashboard + "/backtest");
        String offered = browser.find("#symbol").getDomProperty("value");
        Http.get(launcher.address("data").resolve("/api/data/" + offered + "?limit=1"));
        browser.open(dashboard + "/backtest?strategy_name=SimpleMAStrategy&symbol=NOTHING");
        browser.find("#run").click();
        browser.awaitText("#outcome .failure", "NOTHING");
        browser.type("#symbol", "ES-SYNTH");
        browser.type("[name=fast_period]", "50");
        browser.type("[name=slow_period]", "200");
        browser.find("#run").click();
        browser.awaitText("#verdict", "Net profit");
        String id = browser.address().replaceFirst(".*/result/", "");
        JsonNode stored = Http.get(launcher.address("backtest").resolve("/api/backtests/" + id));
        assertEquals(
                50, stored.path("order").path("parameters").path("fast_period").asInt());
        assertEquals(figure(stored.path("result").path("performance").path("net_profit"), 2), browser.text("#net"));
    }

    @Test
    void aFileIsImportedByThePageAndItsSeriesIsThere() throws IOException {
        Path file = folder.resolve("MES_2024_03.csv");
        StringBuilder rows = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (int i = 0; i < 300; i++) {
            rows.append(String.format(
                    Locale.ROOT,
                    "2024-03-05T%02d:%02d:00Z,5000,5001,4999.75,5000.25,%d%n",
                    15 + i / 60,
                    i % 60,
                    i + 1));
        }
        Files.writeString(file, rows.toString().replace("\r", ""));
        browser.open(dashboard + "/data");
        browser.find("#import-input").sendKeys(file.toString());
        browser.awaitText("#import-files [data-part=added]", "300 would be new");
        assertEquals("MES", browser.find("#import-files [data-part=symbol]").getDomProperty("value"));
        browser.find("#import-go").click();
        browser.awaitText("#import-files [data-part=added]", "300 are new");
        JsonNode stored = Http.get(launcher.address("data").resolve("/api/data/MES?limit=1"));
        assertEquals(300, stored.path("stored").asInt());
        browser.open(dashboard + "/series/MES");
        browser.awaitText("[data-page=series]", "300");
        browser.find(".candles[data-state=drawn]");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void ofAHundredThousandRowsOnlyThoseInSightAreInThePage() {
        browser.open(dashboard + "/results");
        Object seen = browser.runAsync("""
                const done = arguments[0];
                import("/web/parts/grid.js").then(async ({ grid }) => {
                  const rows = Array.from({ length: 100000 }, (_, i) => ({ n: i, net: (i * 7919) % 1000 }));
                  const table = grid({ label: "Many", rows, height: 400, columns: [{ key: "n", title: "N", number: true }, { key: "net", title: "Net", number: true }] });
                  document.querySelector(".view").replaceChildren(table.root);
                  const frame = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
                  await frame();
                  const told = [];
                  for (const place of [0, 50000, 99000]) {
                    table.body.scrollTop = place * 28;
                    await frame();
                    const drawn = [...table.body.querySelectorAll(".grid-space .grid-row")].map((row) => Number(row.firstChild.textContent));
                    told.push(drawn.length < 60 && drawn.includes(place) && drawn.every((n, i) => i === 0 || n === drawn[i - 1] + 1));
                  }
                  table.root.querySelectorAll(".grid-head button")[1].click();
                  table.body.scrollTop = 0;
                  await frame();
                  told.push(table.body.querySelector(".grid-space .grid-row").lastChild.textContent === "0");
                  done(told.join());
                }).catch((e) => done(String(e)));
                """);
        assertEquals("true,true,true,true", seen);
    }

    @Test
    void thePartOfTradesAnswersWithAHundredThousandRoundTrips() {
        browser.open(dashboard + "/results");
        Object seen = browser.runAsync("""
                const done = arguments[0];
                import("/web/result/trades.js").then(async ({ show }) => {
                  const trips = Array.from({ length: 100000 }, (_, i) => ({
                    number: i + 1, symbol: "ES-SYNTH", side: i % 2 ? "LONG" : "SHORT", contracts: 1, entry_time: "2025-05-01T00:00:00Z", exit_time: "2025-05-01T00:05:00Z",
                    entry_price: 5000, exit_price: 5001, net: ((i * 7919) % 1001) - 500, mae: -((i * 31) % 300), mfe: (i * 17) % 300, bars_held: i % 90, costs: 5 }));
                  const view = document.querySelector(".view");
                  await show(view, { id: "none", order: {}, zone: "UTC", currency: "USD", trades: async () => trips }, { signal: new AbortController().signal, query: new URLSearchParams() });
                  while (view.querySelectorAll("#excursions canvas, #spread canvas, #held canvas").length < 3) await new Promise((next) => setTimeout(next, 20));
                  const body = view.querySelector("#trades .grid-body");
                  body.scrollTop = 28 * 99000;
                  for (let i = 0; i < 20; i++) await new Promise((next) => requestAnimationFrame(next));
                  const inSight = [...body.querySelectorAll(".grid-space .grid-row")].map((row) => row.firstChild.textContent);
                  done([view.querySelector("#trades [role=status]").textContent, inSight.includes("99,001")].join());
                }).catch((e) => done(String(e)));
                """);
        assertEquals("100,000 rows,true", seen);
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void homeComparisonAndPortfolioShowWhatTheServicesSay() throws IOException {
        JsonNode stats = Http.get(launcher.address("data").resolve("/api/stats"));
        browser.open(dashboard + "/");
        browser.awaitText("[data-figure=bars]", figure(stats.path("records"), 0));
        browser.awaitText(
                "#recent-runs tr[data-run='" + run.path("id").asText() + "']",
                figure(run.path("performance").path("net_profit"), 2));
        assertEquals(
                0L,
                browser.run(
                        "return performance.getEntriesByType('resource').filter((r) => r.name.includes('echarts')).length"),
                "home needs no charts");

        browser.open(dashboard + "/compare?ids=" + run.path("id").asText() + ","
                + joined.path("id").asText());
        browser.find("#figures [data-metric=net_profit]");
        List<String> compared = browser.all("#figures [data-metric=net_profit] td[data-value]").stream()
                .map(cell -> cell.getDomAttribute("data-value"))
                .toList();
        assertEquals(
                List.of(
                        run.path("performance").path("net_profit").asDouble(),
                        joined.path("performance").path("net_profit").asDouble()),
                compared.stream().map(Double::valueOf).toList());

        String portfolio = run.path("portfolio_id").asText();
        JsonNode totals =
                Http.get(launcher.address("portfolio").resolve("/api/portfolio/" + portfolio + "/performance"));
        browser.open(dashboard + "/portfolio/" + portfolio);
        browser.awaitText("#performance [data-figure=net_profit]", figure(totals.path("net_profit"), 2));
        JsonNode account = portfolioAt(portfolio, "/positions").path("account");
        browser.awaitText("#account [data-figure=equity]", figure(account.path("equity"), 2));
        JsonNode group = portfolioAt(portfolio, "/attribution").path("groups").path(0);
        browser.awaitText(
                "#attribution tr[data-group='" + group.path("key").asText() + "'] [data-part=net]",
                figure(group.path("net"), 2));
        // A run beside what it recorded itself: all is matched and nothing is left to explain.
        browser.open(dashboard + "/portfolio/" + portfolio + "?part=reconcile&backtest="
                + run.path("id").asText());
        browser.awaitText("#reconciled [data-figure=portfolio_net]", figure(totals.path("net_profit"), 2));
        browser.awaitText("#reconciled [data-figure=difference]", "0.00");
        browser.awaitText("#matched [role=status]", figure(totals.path("total_trades"), 0) + " rows");
        assertEquals(List.of(), browser.complaints());
    }

    private JsonNode portfolioAt(String portfolio, String path) throws IOException {
        return Http.get(launcher.address("portfolio").resolve("/api/portfolio/" + portfolio + path));
    }

    /** A broker's file is looked at, recorded, and one of its fills taken back. */
    @Test
    void fillsAreImportedAndOneIsTakenBack() throws IOException {
        String portfolio =
                post("portfolio", "/api/portfolio?name=Fills", "").path("id").asText();
        browser.open(dashboard + "/portfolio/" + portfolio + "?part=import");
        browser.find("#fills-file");
        browser.run("""
                const text = "_timestamp,Fill ID,Account,B/S,Quantity,Price,Contract,commission\\n"
                  + "2024-12-03 15:00:00.000Z,1,A, Buy,2,6050.25,ESZ4,4.00\\n2024-12-03 15:30:00.000Z,2,A, Sell,1,6060.25,ESZ4,2.00\\n";
                const files = new DataTransfer();
                files.items.add(new File([text], "Fills.csv", { type: "text/csv" }));
                const input = document.querySelector("#fills-file");
                input.files = files.files;
                input.dispatchEvent(new Event("change"));
                """);
        browser.awaitText("#import-said [data-part=dialect]", "tradovate");
        browser.awaitText("#import-said [data-part=new]", "2 would be recorded");
        assertEquals(0, portfolioAt(portfolio, "/orders").path("orders").size());
        browser.find("#record-fills").click();
        browser.awaitText("#account [data-figure=cash]", "100,494.00");
        browser.find("#tab-entries").click();
        browser.find("#orders .grid-space .grid-row").click();
        browser.find("#reverse").click();
        browser.find("#chosen [data-part=yes]").click();
        browser.awaitText("#account [data-figure=cash]", "99,996.00");
        JsonNode reversal =
                portfolioAt(portfolio, "/reversals").path("reversals").path(0);
        assertEquals(-498.0, reversal.path("cash_change").asDouble());
        browser.awaitText("#reversals", "order " + reversal.path("order_id").asText());
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void figuresOfAnAllocationAreThoseOfTheApi() throws IOException {
        String ids = run.path("id").asText() + "," + beside.path("id").asText();
        String results = "[{\"backtest\": \"" + ids.replace(",", "\"}, {\"backtest\": \"") + "\"}]";
        JsonNode made = post(
                        "portfolio",
                        "/api/allocations?keep=false",
                        "{\"method\": \"minimum_variance\", \"capital\": 250000, \"results\": " + results + "}")
                .path("result");
        browser.open(dashboard + "/allocation?method=minimum_variance&capital=250000&ids=" + ids);
        browser.awaitText("[data-key=sharpe-in]", figure(made.at("/in_sample/exact/sharpe"), 2));
        browser.awaitText("[data-key=sharpe-out]", figure(made.at("/walk_forward/out_of_sample/sharpe"), 2));
        for (int i = 0; i < 2; i++) {
            String row = "[data-result='" + i + "'] td:nth-child(";
            JsonNode line = made.path("results").get(i);
            assertEquals(
                    String.format(
                            Locale.US, "%.1f %%", 100 * line.path("weight").asDouble()),
                    browser.text(row + "2)"));
            assertEquals(figure(line.path("whole_contracts"), 0), browser.text(row + "8)"));
        }
        assertEquals(
                figure(made.at("/walk_forward/equal_weights/net_profit"), 2),
                browser.text("#out-of-sample [data-figure=net_profit] td:nth-child(3)"));
        browser.find("#frontier canvas");
        browser.find("#keep").click();
        browser.awaitText("#kept", "Kept allocations (1)");
        assertTrue(browser.address().contains("kept="), browser::address);
        browser.awaitText("[data-key=sharpe-in]", figure(made.at("/in_sample/exact/sharpe"), 2));
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void riskShowsFiguresLimitsAndAnAlertAsItComes() throws IOException {
        String id = run.path("id").asText();
        JsonNode metrics = post("risk", "/api/risk/metrics?backtest_id=" + id, "{}");
        JsonNode tail = post("risk", "/api/risk/var?backtest_id=" + id, "{\"levels\": [0.05], \"horizons\": [1]}");
        browser.open(dashboard + "/risk?of=backtest:" + id);
        browser.awaitText(
                "[data-group=account] [data-metric=max_drawdown] dd",
                figure(metrics.path("account").path("max_drawdown").path("value"), 2));
        browser.awaitText(
                "#var [data-method=historical] td:nth-child(2)",
                figure(tail.path("rows").get(0).path("value_at_risk_money"), 2));
        assertEquals("historical", tail.path("rows").get(0).path("method").asText());

        browser.find("#limit-add").click();
        browser.type("#limits [data-field=value]", "1");
        browser.find("#limits-save").click();
        browser.awaitText("#limits-saved", "revision 1");
        browser.awaitText("#standing", "passed");
        browser.awaitText("#alerts", "daily_loss of backtest");
        browser.find("#alerts li[data-acknowledged=false] button").click();
        browser.find("#alerts li[data-acknowledged=true]");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void aSearchIsOrderedFollowedAndRead() throws IOException {
        browser.open(dashboard + "/optimize?strategy_name=SimpleMAStrategy&symbol=ES-SYNTH");
        for (String name : List.of("fast_period", "slow_period")) {
            String row = "#spaces [data-parameter=" + name + "] ";
            if (!browser.has(row + "[data-field=from]")) {
                browser.find(row + "input[type=checkbox]").click();
            }
            boolean fast = name.startsWith("fast");
            browser.type(row + "[data-field=from]", fast ? "20" : "80");
            browser.type(row + "[data-field=to]", fast ? "40" : "160");
            browser.type(row + "[data-field=step]", fast ? "20" : "40");
        }
        browser.find("#ask").click();
        browser.awaitText("#estimate", "6 combinations");
        browser.find("#start").click();
        browser.awaitText("#search-state", "done");
        String id = browser.address().replaceFirst(".*/optimization/([^?]*).*", "$1");
        JsonNode state = Http.get(launcher.address("backtest").resolve("/api/optimizations/" + id));
        assertEquals(figure(state.at("/best/score"), 2), browser.text("#best-score"));
        assertEquals(
                state.at("/verdict/verdict").asText(),
                browser.find("#verdict-of-luck [data-luck]").getDomAttribute("data-luck"));
        browser.find("#surface canvas");
        browser.find("#parallel canvas");
        browser.find("#leaderboard .grid-space .grid-row").click();
        browser.find("#run-row");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void aModelIsTrainedJudgedAndPromotedOnItsPages() throws IOException {
        browser.open(dashboard + "/train");
        browser.type("#symbol", "ES-SYNTH");
        browser.type("#timeframe", "30m");
        browser.type("#folds", "3");
        browser.find("#look").click();
        browser.awaitText("#dataset", "rows of");
        browser.find("#train").click();
        browser.find("#model-strip");
        String id = browser.address().replaceFirst(".*/model/([^?]*).*", "$1");
        JsonNode model = Http.get(launcher.address("ml").resolve("/api/ml/models/" + id));
        assertEquals(figure(model.at("/report/metrics/auc"), 3), browser.text("#main-metric"));
        assertEquals(
                model.at("/report/verdict/evidence").asText(),
                browser.find("#verdict-of-skill [data-evidence]").getDomAttribute("data-evidence"));
        assertEquals(figure(model.at("/report/signals/net"), 2), browser.text("#signals-net"));
        browser.find("#tab-leaks").click();
        for (int test = 1; test <= 14; test++) {
            assertEquals(
                    model.at("/report/leakage/" + (test - 1) + "/result")
                            .asText()
                            .replace('_', ' '),
                    browser.text("[data-leak='" + test + "']"));
        }
        browser.find("#tab-importance").click();
        browser.find("#importance canvas");
        browser.find("#tab-calibration").click();
        browser.find("#calibration canvas");
        browser.find("#tab-signals").click();
        browser.find("#model-signals");
        browser.find("#tab-provenance").click();
        browser.awaitText("#part", model.path("dataset").path("hash").asText());
        assertEquals("candidate", browser.text("#model-stage"));
        browser.find("#promote").click();
        browser.awaitText("#model-stage", "production");
        browser.open(dashboard + "/models");
        browser.awaitText("#registry", id);
        browser.open(dashboard + "/backtest?strategy_name=MlSignalStrategy&symbol=ES-SYNTH&model=" + id);
        browser.find("#run").click();
        browser.find("#verdict");
        String traded = browser.address().replaceFirst(".*/result/([^?]*).*", "$1");
        JsonNode manifest = Http.get(launcher.address("backtest").resolve("/api/backtests/" + traded))
                .at("/result/manifest/models/0");
        assertEquals(id, manifest.path("model").asText(), manifest::toString);
        assertEquals(List.of(), browser.complaints());
    }

    /** Id of a small model that was trained to the end. */
    private String trained(String kind) throws IOException {
        JsonNode begun = post("ml", "/api/ml/train/classification", """
                {"data": {"symbol": "ES-SYNTH", "timeframe": "30m", "features": [{"kind": "rsi"}, {"kind": "atr_ratio"}],
                  "label": {"kind": "direction", "bars": 5}, "sampling": {"events": "every"}},
                 "model": {"kind": "%s"}, "validation": {"kind": "purged_kfold", "folds": 3}}""".formatted(kind));
        URI training = launcher.address("ml")
                .resolve("/api/ml/trainings/" + begun.path("id").asText());
        eventually("a model of " + kind, () -> !read(training).path("ended_at").isNull(), () -> read(training));
        return read(training).path("model").asText();
    }

    private static JsonNode read(URI uri) {
        try {
            return Http.get(uri);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSearchWithTwoTargetsHasAFrontAndASurface() throws IOException {
        String order =
                SEARCH.replace("{\"backtest\"", "{\"objective\": [\"net_profit\", \"max_drawdown\"], \"backtest\"");
        String id = ended("/api/optimizations", order);
        JsonNode front = Http.get(launcher.address("backtest").resolve("/api/optimizations/" + id + "/pareto"));
        browser.open(dashboard + "/optimization/" + id + "?form=surface");
        browser.awaitText("#pareto-told", front.get("total").asText() + " combination");
        browser.find("#pareto canvas");
        browser.find("#surface canvas.relief");
        browser.open(dashboard + "/optimize");
        browser.awaitText("#trials tbody tr td", "SimpleMAStrategy");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void aResultIsPutToTheTestOnItsPage() {
        browser.open(dashboard + "/result/" + run.get("id").asText() + "?part=luck");
        browser.type("#mc-paths", "100");
        browser.find("#mc-go").click();
        browser.find("#mc-paths-table [data-method=random_entries]");
        browser.find("#mc-costs tbody tr");
        browser.awaitText("#mc-others tbody tr th", "ES-SYNTH, 5m");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void aStrategyIsTriedWithoutItsFutureOnItsPage() {
        browser.open(dashboard + "/strategy/SimpleMAStrategy");
        browser.type("#lookahead-symbol", "ES-SYNTH");
        browser.type("#lookahead-points", "3");
        browser.find("#lookahead-go").click();
        browser.find("#lookahead-outcome [data-verdict=passed]");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void aStrategyIsWrittenCheckedAndSavedInTheEditor() {
        browser.open(dashboard + "/strategy/PagesCross?new=java");
        browser.find("#check[data-valid=true]");
        browser.run("document.querySelector('.CodeMirror').CodeMirror.replaceRange('int y = ;', { line: 12, ch: 0 })");
        browser.find("#source-errors button[data-line]");
        browser.find(".source-mark");
        browser.run("document.querySelector('.CodeMirror').CodeMirror.undo()");
        browser.find("#check[data-valid=true]");
        browser.find("#save").click();
        browser.awaitText("#strategy-status", "ready");
        browser.open(dashboard + "/backtest?strategy_name=PagesCross&symbol=ES-SYNTH");
        assertEquals("PagesCross", browser.find("#strategy_name").getDomProperty("value"));
    }

    @Test
    void keysSearchHelpAndColours() {
        browser.open(dashboard + "/results");
        browser.find("body").sendKeys("?");
        browser.awaitText("dialog", "search");
        browser.find("dialog button").click();
        browser.find("body").sendKeys("/");
        browser.find("dialog input").sendKeys("SimpleMA strategy");
        browser.awaitText("#hits", "SimpleMAStrategy");
        browser.find("dialog input").sendKeys(Keys.ENTER);
        browser.awaitText("h1", "SimpleMAStrategy");
        assertTrue(browser.address().endsWith("/strategy/SimpleMAStrategy"), browser::address);
        browser.run("history.back()");
        browser.awaitText("h1", "Results");

        browser.find("#colours").sendKeys("Dark");
        assertEquals("dark", browser.run("return document.documentElement.dataset.colours"));
        browser.open(dashboard + "/results");
        assertEquals("dark", browser.run("return document.documentElement.dataset.colours"), "kept");
        browser.run("localStorage.clear()");
    }

    /** Has the backtest service do something and gives its id when it has ended. */
    private String ended(String path, String order) throws IOException {
        return post("backtest", path + "?wait=true", order).path("id").asText();
    }

    private JsonNode post(String service, String path, String body) throws IOException {
        return Http.post(launcher.address(service).resolve(path), "application/json", body);
    }

    /** As the page writes it: thousands separated, a minus sign that is one. */
    private static String figure(JsonNode value, int digits) {
        return String.format(Locale.US, "%,." + digits + "f", value.asDouble()).replace('-', '\u2212');
    }
}
