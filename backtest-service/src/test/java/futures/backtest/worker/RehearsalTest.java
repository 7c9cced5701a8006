package futures.backtest.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.backtest.strategy.ScriptKind;
import futures.kit.config.Settings;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is rehearsed is a run that comes to its end, and leaves nothing. */
class RehearsalTest {
    @Test
    void aRunIsRehearsedToItsEnd(@TempDir Path home) throws Exception {
        Settings settings = Settings.load(home, Map.of(), List.of("ports.data=1"));
        ScriptKind.allowHere(settings);
        Rehearsal rehearsal = new Rehearsal(settings);
        String[] before = left();
        int trips = rehearsal.run(2_000);
        assertEquals(trips, rehearsal.run(2_000));
        assertEquals(true, trips > 40, () -> trips + " trades are too few to rehearse anything");
        assertDoesNotThrow(rehearsal::ask); // where there is no data service
        assertArrayEquals(before, left());
        assertEquals(0, ScriptKind.runs().end().size());
    }

    private static String[] left() {
        return new File(System.getProperty("java.io.tmpdir")).list((directory, name) -> name.startsWith("rehearsal-"));
    }
}
