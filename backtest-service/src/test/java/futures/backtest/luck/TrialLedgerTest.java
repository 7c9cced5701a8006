package futures.backtest.luck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.performance.ReturnStatistics;
import futures.kit.sql.Database;
import futures.wire.backtest.TrialSet;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialLedgerTest {
    private static final double EXACT = 1e-9;
    private static final Clock NOON = Clock.fixed(Instant.parse("2024-05-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path directory;

    private Database database;
    private TrialLedger ledger;

    @BeforeEach
    void open() {
        database = Database.open(directory.resolve("backtests.db"), "db/backtest");
        ledger = new TrialLedger(database, NOON);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static TrialSubject subject(String name, String hash, boolean file, String range) {
        return new TrialSubject(name, Map.of(name, hash), file, "ES", "1min", range);
    }

    private static Trial trial(int fast, double... profits) {
        return new Trial(Map.of("fast", fast), profits);
    }

    private TrialSet only(String name) {
        List<TrialSet> sets = ledger.sets(name, null, null, 10, null).items();
        assertEquals(1, sets.size());
        return sets.get(0);
    }

    @Test
    void theSameTryCountsOnce() {
        TrialSubject cross = subject("Cross", "code", false, "2024");
        assertEquals(2, ledger.record(cross, List.of(trial(1, 1, 2), trial(2, 1, -2), trial(1, 1, 2))));
        assertEquals(0, ledger.record(cross, List.of(trial(2, 1, -2))));
        Map<String, Object> otherwise = new LinkedHashMap<>();
        otherwise.put("slow", 9L);
        otherwise.put("fast", 2);
        Map<String, Object> again = new TreeMap<>(Map.of("fast", 2.0, "slow", 9));
        assertEquals(
                1,
                ledger.record(cross, List.of(new Trial(otherwise, new double[] {1, 3}), new Trial(again, new double[] {
                    1, 3
                }))));
        assertEquals(3, only("Cross").trials());
        // other code, other days and other data are other tries; of the data the last one has totals of its own
        assertEquals(1, ledger.record(subject("Cross", "edited", false, "2024"), List.of(trial(1, 1, 2))));
        assertEquals(1, ledger.record(subject("Cross", "edited", false, "2023"), List.of(trial(1, 1, 2))));
        assertEquals(5, only("Cross").trials());
        TrialSubject oil = new TrialSubject("Cross", Map.of("Cross", "edited"), false, "CL", "1min", "2023");
        assertEquals(1, ledger.record(oil, List.of(trial(1, 1, 2))));
        assertEquals(2, ledger.sets("Cross", null, null, 10, null).items().size());
        assertEquals(1, ledger.sets(null, "CL", "1min", 10, null).items().get(0).trials());
        assertEquals(0, ledger.sets(null, "CL", "5min", 10, null).items().size());
    }

    @Test
    void oneThatShowsNothingIsCountedAndNotRated() {
        TrialSubject cross = subject("Cross", "code", false, "2024");
        ledger.record(cross, List.of(trial(1), trial(2, 0, 0, 0), trial(3, 5)));
        TrialSet set = only("Cross");
        assertEquals(3, set.trials());
        assertEquals(0, set.rated());
        assertNull(set.bestSharpe());
        assertNull(set.luckSharpe());
        assertEquals("no try has a Sharpe ratio", set.reason());
        assertEquals(1, ledger.facts(cross).trials());
        assertEquals(0, ledger.facts(cross).variance());
    }

    /** Totals, sample and correlation beside those of a list of everything. */
    @Test
    void totalsAreThoseOfAllTries() {
        SplittableRandom random = new SplittableRandom(8);
        TrialSubject[] ranges = {subject("Cross", "code", false, "2023"), subject("Cross", "code", false, "2024")};
        Map<String, double[]> all = new HashMap<>();
        for (int round = 0; round < 40; round++) {
            int which = random.nextInt(2);
            List<Trial> trials = new ArrayList<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                int fast = random.nextInt(200);
                SplittableRandom own = new SplittableRandom(fast);
                double[] profits = own.doubles(30)
                        .map(value -> value - 0.5 + fast / 1_000.0)
                        .toArray();
                trials.add(trial(fast, profits));
                all.put(
                        which + " " + Arrays.toString(new TrialKeys(ranges[which]).of(trials.get(trials.size() - 1))),
                        profits);
            }
            ledger.record(ranges[which], trials);
        }
        double[] ratios = all.values().stream()
                .mapToDouble(one -> ReturnStatistics.of(one, 252).sharpe(0).value())
                .toArray();
        TrialSet set = only("Cross");
        assertTrue(ratios.length > TrialSample.MOST, "more than are kept: " + ratios.length);
        assertEquals(ratios.length, set.trials());
        assertEquals(ratios.length, set.rated());
        double mean = Arrays.stream(ratios).average().orElseThrow();
        assertEquals(mean, set.meanSharpe(), EXACT);
        assertEquals(
                Arrays.stream(ratios).map(one -> (one - mean) * (one - mean)).sum() / (ratios.length - 1),
                set.sharpeVariance(),
                EXACT);
        assertEquals(Arrays.stream(ratios).max().orElseThrow(), set.bestSharpe(), EXACT);
        TrialFacts facts = ledger.facts(ranges[0]);
        assertEquals(set.meanCorrelation(), facts.correlation().value(), EXACT);
        assertEquals(naiveCorrelation(all), set.meanCorrelation(), 1e-6);
        assertEquals(
                set.meanCorrelation() <= 0
                        ? ratios.length
                        : set.meanCorrelation() + (1 - set.meanCorrelation()) * ratios.length,
                set.effectiveTrials(),
                EXACT);
        assertEquals(Math.sqrt(252) * facts.luckRatio(), set.luckSharpe(), EXACT);
    }

    /** Of the 64 with the smallest keys, pair by pair on the same range. */
    private static double naiveCorrelation(Map<String, double[]> all) {
        List<String> keys = new ArrayList<>(all.keySet());
        keys.sort((a, b) -> Arrays.compareUnsigned(key(a), key(b)));
        List<String> kept = keys.subList(0, TrialSample.MOST);
        double sum = 0;
        int pairs = 0;
        for (String one : kept) {
            for (String other : kept) {
                if (one.compareTo(other) < 0 && one.charAt(0) == other.charAt(0)) {
                    sum += correlation(all.get(one), all.get(other));
                    pairs++;
                }
            }
        }
        return sum / pairs;
    }

    private static byte[] key(String text) {
        String[] bytes =
                text.substring(text.indexOf('[') + 1, text.length() - 1).split(", ");
        byte[] key = new byte[bytes.length];
        for (int i = 0; i < key.length; i++) {
            key[i] = Byte.parseByte(bytes[i]);
        }
        return key;
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double both = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            squareA += (a[i] - meanA) * (a[i] - meanA);
            squareB += (b[i] - meanB) * (b[i] - meanB);
        }
        return both / Math.sqrt(squareA * squareB);
    }

    @Test
    void aCopyOrARenamedFileDoesNotBeginAnew() {
        ledger.record(subject("Cross", "one", true, "2024"), List.of(trial(1, 1, 2)));
        ledger.record(subject("Cross", "two", true, "2024"), List.of(trial(1, 1, 2)));
        ledger.record(subject("Mine", "two", true, "2024"), List.of(trial(2, 1, 2)));
        ledger.record(subject("Mine", "three", true, "2024"), List.of(trial(3, 1, 2)));
        ledger.record(subject("Ours", "three", true, "2024"), List.of(trial(4, 1, 2)));
        for (String name : List.of("Cross", "Mine", "Ours")) {
            TrialSet set = only(name);
            assertEquals(5, set.trials());
            assertEquals("Cross", set.strategyName());
            assertEquals(List.of("Cross", "Mine", "Ours"), set.names());
        }
        // strategies of one jar have one hash and are not one strategy
        ledger.record(subject("InJar", "jar", false, "2024"), List.of(trial(1, 1, 2)));
        ledger.record(subject("BesideIt", "jar", false, "2024"), List.of(trial(1, 1, 2)));
        assertEquals(1, only("InJar").trials());
        assertEquals(1, only("BesideIt").trials());
    }

    @Test
    void pagesGoOnWhereTheOneBeforeEnded() {
        for (String name : List.of("a", "b", "c")) {
            ledger.record(subject(name, name, false, "2024"), List.of(trial(1, 1, 2)));
        }
        var first = ledger.sets(null, null, null, 2, null);
        assertEquals(
                List.of("a", "b"),
                first.items().stream().map(TrialSet::strategyName).toList());
        var second = ledger.sets(null, null, null, 2, Long.valueOf(first.cursor()));
        assertEquals(
                List.of("c"),
                second.items().stream().map(TrialSet::strategyName).toList());
        assertNull(second.cursor());
    }

    @Test
    void aBatchCountsEveryTryOfEveryThread() throws Exception {
        TrialSubject cross = subject("Cross", "code", false, "2024");
        List<Thread> threads = new ArrayList<>();
        try (TrialBatch batch = new TrialBatch(ledger, cross, Map.of("slow", 50))) {
            for (int t = 0; t < 3; t++) {
                int from = t * 400;
                threads.add(new Thread(() -> {
                    for (int i = from; i < from + 401; i++) {
                        batch.add(Map.of("fast", i), new double[] {1, i});
                    }
                }));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        // those at the seams came twice
        assertEquals(1_201, only("Cross").trials());
        assertEquals(0, ledger.record(cross, List.of(new Trial(Map.of("slow", 50, "fast", 7), new double[] {1, 7}))));
    }

    @Test
    void theSampleDoesNotDependOnTheOrder() {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            SplittableRandom random = new SplittableRandom(i);
            trials.add(trial(i, random.doubles(20).toArray()));
        }
        TrialSubject one = subject("One", "code", false, "2024");
        TrialSubject other = new TrialSubject("Other", one.code(), false, "ES", "1min", "2024");
        trials.forEach(trial -> ledger.record(one, List.of(trial)));
        Collections.reverse(trials);
        ledger.record(other, trials);
        assertEquals(only("One").meanCorrelation(), only("Other").meanCorrelation());
        assertEquals(only("One").sharpeVariance(), only("Other").sharpeVariance(), EXACT);
    }

    @Test
    void seriesOfOneProductAreOneDataSet() {
        for (String symbol : List.of("ES", "ES.v.0@diff", "ES.c.0", "ESZ24")) {
            assertEquals("ES", TrialSubject.product(symbol));
        }
        assertEquals("MY-SERIES", TrialSubject.product("MY-SERIES"));
    }
}
