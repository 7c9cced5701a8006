package futures.backtest.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.backtest.strategy.CodeKeeper;
import futures.backtest.strategy.ScriptChecker;
import futures.backtest.strategy.ScriptVerdict;
import futures.backtest.strategy.StrategyRegistry;
import futures.kit.Eventually;
import futures.kit.sql.Database;
import futures.wire.backtest.StrategyError;
import futures.wire.backtest.StrategyInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts were found to be is known again after a restart, and only what depends on nothing else. */
class VerdictStoreTest {
    private static final ScriptVerdict GOOD = new ScriptVerdict(
            List.of(),
            false,
            "Kept",
            "1.0",
            List.of(
                    new ScriptVerdict.Found("fast", 5, "configuration"),
                    new ScriptVerdict.Found("mode", "BOTH", "getParameters")),
            false,
            null,
            null);

    @TempDir
    Path home;

    private final AtomicInteger looks = new AtomicInteger();

    @BeforeEach
    void script() throws Exception {
        Files.createDirectories(home.resolve("strategies"));
        write("module.exports = class { processMarketData() { return null; } };");
    }

    private void write(String text) throws Exception {
        Files.writeString(home.resolve("strategies/Kept.js"), text);
    }

    /** One life of the service: what it says of the script when it has been looked at. */
    private StrategyInfo life(ScriptVerdict verdict, String program) {
        ScriptChecker counting = (code, values) -> {
            looks.incrementAndGet();
            return verdict;
        };
        try (Database database = Database.open(home.resolve("backtests.db"), "db/backtest");
                StrategyRegistry strategies = new StrategyRegistry(
                        home.resolve("strategies"),
                        CodeKeeper.NONE,
                        new VerdictStore(database, counting, program),
                        Clock.systemUTC())) {
            Eventually.within(
                    Duration.ofSeconds(60),
                    "looked at",
                    () -> !strategies.describe("Kept").status().equals("checking"));
            return strategies.describe("Kept");
        }
    }

    @Test
    void aVerdictIsKnownAgainUntilContentOrProgramChange() throws Exception {
        StrategyInfo first = life(GOOD, "1");
        assertEquals("ready", first.status());
        StrategyInfo again = life(ScriptVerdict.broken(List.of(), false), "1");
        assertEquals(1, looks.get());
        assertEquals(first.parameters(), again.parameters());
        assertEquals("Kept", again.script().name());
        life(GOOD, "2");
        assertEquals(2, looks.get());
        write("module.exports = class { processMarketData() { return 1; } };");
        life(GOOD, "1");
        assertEquals(3, looks.get());
    }

    @Test
    void errorsAreKeptTooButNotThoseOfABusyMachine() {
        ScriptVerdict wrong =
                ScriptVerdict.broken(List.of(new StrategyError("Kept.js", 1, 2, ";", "Unexpected")), false);
        assertEquals("Kept.js:1:2: Unexpected", life(wrong, "1").error());
        assertEquals("error", life(GOOD, "1").status());
        assertEquals(1, looks.get());
        ScriptVerdict late = ScriptVerdict.broken(
                List.of(new StrategyError(
                        "Kept.js", 1, 1, null, "the script did not come back from one call within 5 seconds")),
                true);
        life(late, "2");
        assertEquals("ready", life(GOOD, "2").status());
        assertEquals(3, looks.get());
    }

    @Test
    void whereScriptsCannotBeLookedAtTheyAreUncheckedAndTheReasonIsTold() {
        StrategyInfo unchecked = life(ScriptVerdict.unavailable("there is no V8 for this machine"), "1");
        assertEquals("unchecked", unchecked.status());
        assertEquals("there is no V8 for this machine", unchecked.script().note());
        assertTrue(unchecked.errors().isEmpty());
        assertEquals("ready", life(GOOD, "1").status()); // on another machine, with the same home
    }
}
