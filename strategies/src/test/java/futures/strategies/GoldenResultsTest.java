package futures.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import futures.engine.FreshJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The results of the shipped strategies are known, a line for each in {@code golden-results.txt}, and the same in other
 * processes, on any number of threads and on other JDKs. When a strategy has come or a change was meant,
 * {@code mvn test -pl strategies -am -Dgolden.write=true} writes the file anew (and fails, so that nobody leaves it on); the
 * difference is to be read before it is committed.
 */
class GoldenResultsTest {
    private static final Path FILE = Path.of("src", "test", "resources", "golden-results.txt");
    private static final int THREADS = 8;

    @Test
    void theResultsAreKnown() throws Exception {
        String results = ShippedStrategies.results(ShippedStrategies.markets()) + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(FILE, results);
            fail("written to " + FILE + "; read the difference, commit it and run again without golden.write");
        }
        assertEquals(
                Files.readString(FILE), results, "was the change meant? Then write the file anew, with golden.write");
    }

    @Test
    void everyShippedStrategyIsAmongThemAndTrades() throws Exception {
        List<String> lines = Files.readAllLines(FILE);
        assertEquals(
                ShippedStrategies.all().stream()
                        .map(provider -> provider.get().name())
                        .toList(),
                lines.stream().map(line -> line.split(" ")[0]).toList());
        for (String line : lines) {
            if (line.startsWith("BuyAndHold ")) {
                // the benchmark never sells: one order, one fill, and a gain that stays open
                assertTrue(line.startsWith("BuyAndHold orders=1 fills=1 trades=0.0 "), line);
                continue;
            }
            int trades = Integer.parseInt(line.replaceAll(".* trades=(\\d+)\\..*", "$1"));
            assertTrue(trades >= 100, () -> "too few round trips to mean anything: " + line);
        }
    }

    @Test
    void theSameInAnotherProcess() throws Exception {
        assertEquals(
                ShippedStrategies.results(ShippedStrategies.markets()),
                FreshJvm.output(FreshJvm.thisJdk(), ShippedStrategies.class));
    }

    @Test
    void theSameOnManyThreadsOverOneMarket() throws Exception {
        String alone = ShippedStrategies.results(ShippedStrategies.markets());
        ShippedStrategies.Markets shared = ShippedStrategies.markets();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<String>> results = new ArrayList<>();
            for (int i = 0; i < 2 * THREADS; i++) {
                results.add(pool.submit(() -> ShippedStrategies.results(shared)));
            }
            for (Future<String> result : results) {
                assertEquals(alone, result.get());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    @Tag("other-jdks")
    void theSameOnOtherJdks() throws Exception {
        String here = ShippedStrategies.results(ShippedStrategies.markets());
        for (Path jdk : FreshJvm.otherJdks()) {
            assertEquals(here, FreshJvm.output(jdk, ShippedStrategies.class), jdk::toString);
        }
    }
}
