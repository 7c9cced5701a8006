package futures.launcher.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A script that asks for history in every way that the live bot's strategies do, on bars of the real data service. */
record ScriptedRun(Path folder, URI backtest, URI portfolio) {
    private static final String SCRIPT = """
            const http = require('http');
            class Historian {
              constructor(config, mainBot) {
                this.bot = mainBot;
                this.count = 0;
                const body = JSON.stringify({ instrument: config.instrument, limit: 60 });
                const call = http.request({ hostname: 'localhost', port: 7500, path: '/api/history/bars', method: 'POST' }, answer => {
                  let text = '';
                  answer.on('data', part => { text += part; });
                  answer.on('end', () => this.tell('http', JSON.parse(text)));
                });
                call.write(body);
                call.end();
                fetch('http://localhost:7500/api/history', { method: 'POST', body: JSON.stringify({ daysBack: 1 }) })
                  .then(answer => answer.json()).then(answer => this.tell('fetch', answer));
                mainBot.aggregatorClient.requestHistoricalData({ requestId: 'r1', limit: 20 });
              }
              tell(way, { success, bars }) {
                const last = bars[bars.length - 1];
                console.log(bars.length ? `${way} ${success} ${bars.length} from ${bars[0].t} to ${last.t} at ${last.c}` : `${way} ${success} none`);
              }
              processHistoricalDataResponse(answer) { this.tell('aggregator', answer); }
              initializeWithHistoricalData(bars) {
                this.tell('given', { success: true, bars: bars.map(bar => ({ t: new Date(bar.timestamp).toISOString(), c: bar.close })) });
              }
              processMarketData(price, volume, timestamp) {
                if (++this.count === 1) console.log('first price ' + timestamp.toISOString() + ' ' + price);
                const free = this.bot.modules.positionManagement.getAllPositions().length === 0;
                return { ready: true, signal: free && this.count % 30 === 0
                  ? { direction: 'LONG', positionSize: 2, stopLoss: price - 4, takeProfit: price + 4 } : null };
              }
            }
            module.exports = Historian;
            """;

    void check() throws IOException {
        Files.writeString(folder.resolve("strategies/Historian.js"), SCRIPT);
        JsonNode result = run("&start_date=2024-01-16T05:00:00Z&record_to_portfolio=true");
        List<String> told = new ArrayList<>(log(result));
        assertEquals("first price 2024-01-16T05:00:00.000Z " + close(361), told.remove(told.size() - 1));
        assertEquals(
                List.of(
                        "aggregator true 20 from 2024-01-16T04:40:00.000Z to 2024-01-16T04:59:00.000Z at " + close(360),
                        "fetch true 360 from 2024-01-15T23:00:00.000Z to 2024-01-16T04:59:00.000Z at " + close(360),
                        "given true 360 from 2024-01-15T23:00:00.000Z to 2024-01-16T04:59:00.000Z at " + close(360),
                        "http true 60 from 2024-01-16T04:00:00.000Z to 2024-01-16T04:59:00.000Z at " + close(360)),
                told.stream().sorted().toList());
        assertTrue(!result.path("findings").toString().contains("script_"), result.path("findings")::toString);
        recorded(result);

        JsonNode alone = run("");
        assertEquals(
                List.of("aggregator true none", "fetch true none", "given true none", "http true none"),
                log(alone).stream().limit(4).sorted().toList());
        assertTrue(
                alone.path("findings").toString().contains("script_history_missing"), alone.path("findings")::toString);
    }

    private JsonNode run(String more) throws IOException {
        return Http.post(
                backtest.resolve("/api/backtest?strategy_name=Historian&symbol=ES" + more), "application/json", "{}");
    }

    private List<String> log(JsonNode result) throws IOException {
        JsonNode rows =
                Http.get(backtest.resolve("/api/backtests/" + result.path("id").asText() + "/log"));
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(row.path("text").asText()));
        return texts;
    }

    /** Its trades are in the portfolio, and a process of its own makes them again. */
    private void recorded(JsonNode result) throws IOException {
        int trades = result.at("/performance/total_trades").asInt();
        assertTrue(trades > 5, result.path("performance")::toString);
        assertEquals(trades, result.path("trades_recorded").asInt());
        JsonNode kept = Http.get(portfolio.resolve(
                "/api/portfolio/" + result.path("portfolio_id").asText() + "/trades?limit=1000"));
        assertEquals(trades, kept.path("trades").size());
        JsonNode verdict = Http.post(
                backtest.resolve("/api/backtests/" + result.path("id").asText() + "/verify?wait=true"),
                "application/json",
                "");
        assertEquals("verified", verdict.path("verdict").asText(), verdict::toString);
    }

    /** As JavaScript prints it. */
    private static String close(int bar) {
        return BigDecimal.valueOf(MadeUpBars.price(bar)).stripTrailingZeros().toPlainString();
    }
}
