package futures.javascript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same script on the same prices in V8 and in plain Node: the same signals to the last digit. */
@Tag("node")
class NodeParityTest {
    @TempDir
    Path work;

    @ParameterizedTest
    @CsvSource({
        "cross.js, America/Chicago",
        "folder, America/Chicago",
        "promised.js, America/Chicago",
        "awaiting.js, America/Chicago",
        "older.js, America/Chicago",
        "clocks.js, America/Chicago",
        "clocks.js, America/New_York",
        "clocks.js, Europe/Berlin",
        "timed.js, America/Chicago",
        "dice.js, America/Chicago",
        "stateful.js, America/Chicago",
        "bootstrapped.js, America/New_York",
        "sloppy.js, America/Chicago",
        "closing.js, America/Chicago",
        "bursting.js, America/Chicago",
        "equipped.js, America/Chicago",
    })
    void signalsAreThoseOfNode(String name, String zone) throws Exception {
        // Two days around the end of daylight saving in America, and the week after it ended in Europe.
        Tape tape = Tape.of("2024-11-02T12:00:00Z", 2_880, 11);
        compare(name, zone, tape);
        compare(name, zone, Tape.of("2024-03-09T22:00:00Z", 1_440, 12));
    }

    private void compare(String name, String zone, Tape tape) throws Exception {
        Tape history = Tape.of("2024-01-02T00:00:00Z", 200, 5);
        List<String> here = Replay.signals(Replay.read(name), zone, history, tape);
        List<String> there = node(name, zone, history, tape);
        for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
            assertEquals(there.get(i), here.get(i), "signal " + i);
        }
        assertEquals(there.size(), here.size());
        assertTrue(here.size() > 10, "too few signals to show anything: " + here.size());
    }

    private List<String> node(String name, String zone, Tape history, Tape tape) throws Exception {
        Path prices = Files.writeString(work.resolve("tape.csv"), tape.csv());
        Path before = Files.writeString(work.resolve("history.csv"), history.csv());
        Path out = work.resolve("signals");
        Path errors = work.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(
                        "node",
                        Replay.RESOURCES
                                .resolve("reference.js")
                                .toAbsolutePath()
                                .toString(),
                        Replay.RESOURCES
                                .resolve("bots")
                                .resolve(name)
                                .toAbsolutePath()
                                .toString(),
                        prices.toString(),
                        before.toString(),
                        "{\"seed\":42,\"instrument\":\"MES\"}")
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("TZ", zone);
        Process process = builder.start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        assertEquals("", Files.readString(errors));
        return Files.readAllLines(out, StandardCharsets.UTF_8);
    }
}
