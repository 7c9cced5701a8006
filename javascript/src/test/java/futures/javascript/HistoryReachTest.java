package futures.javascript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A script is given bars from as far back as it asks, in every way in which it may ask. */
class HistoryReachTest {
    private static final String START = "2024-06-03T14:00:00Z";
    private static final double DAY = 86_400_000;

    /** One bar a day, {@code days} of them, the last one day before the run. */
    private static double[] bars(int days) {
        double start = Instant.parse(START).toEpochMilli();
        return IntStream.range(0, days)
                .mapToObj(i -> new double[] {start - (days - i) * DAY, 1, 2, 0, days - i, 7})
                .flatMapToDouble(java.util.Arrays::stream)
                .toArray();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            fetch('http://localhost:7500/bars').then(r => r.json()).then(a => this.got(a.bars))                                     | [10]      | 10 from 10 to 1
            bot.aggregatorClient.requestHistoricalData({ daysBack: 30 }).then(a => this.got(a.bars))                                | [10, 30]  | 30 from 30 to 1
            bot.aggregatorClient.requestHistoricalData('MES', 25).then(a => this.got(a.bars))                                       | [10, 25]  | 25 from 25 to 1
            fetch('/bars', { method: 'POST', body: JSON.stringify({ startTime: '2024-05-24T14:00:00Z' }) }).then(r => r.json()).then(a => this.got(a.bars)) | [10] | 10 from 10 to 1
            fetch('/bars?barsBack=20000').then(r => r.json()).then(a => this.got(a.bars))                                           | [10, 25]  | 25 from 25 to 1
            fetch('/bars?limit=3').then(r => r.json()).then(a => this.got(a.bars))                                                  | [10]      | 3 from 3 to 1
            bot.aggregatorClient.requestHistoricalData({ daysBack: 1000 }).then(a => this.got(a.bars))                              | [10, 400] | 400 from 400 to 1
            require('axios').post('http://localhost:7500/history', { daysBack: 12 }).then(a => this.got(a.data.bars))               | [10, 12]  | 12 from 12 to 1
            """)
    void asFarBackAsItAsks(String request, String fetched, String got) {
        ScriptSource source = ScriptSource.of("Asking", """
                module.exports = class {
                  constructor(config, bot) { REQUEST; }
                  got(bars) { console.log(bars.length + ' from ' + bars[0].c + ' to ' + bars[bars.length - 1].c); }
                  processMarketData() { return null; }
                };
                """.replace("REQUEST", request));
        List<Integer> asked = new ArrayList<>();
        ScriptRuns runs = new ScriptRuns(Limits.STANDARD);
        runs.history((symbol, days) -> {
            assertEquals("MES", symbol);
            asked.add(days);
            return bars(days);
        });
        Backtest.run(BacktestRequest.of(() -> new TsxStrategy(source, runs), Scripts.market(Tape.of(START, 20, 3))));
        ScriptReport report = runs.end().get(0);
        assertEquals(fetched, asked.toString());
        assertEquals(List.of(got), report.log().stream().map(ConsoleLine::text).toList());
        assertEquals(1, report.historyAsked());
        assertEquals(1, report.historyAnswered());
    }
}
