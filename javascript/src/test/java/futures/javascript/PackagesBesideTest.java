package futures.javascript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages in the home that holds the strategies directory, as the live bot has them above its strategies. */
class PackagesBesideTest {
    @TempDir
    Path home;

    private Path strategies;

    @BeforeEach
    void files() throws Exception {
        strategies = Files.createDirectories(home.resolve("strategies"));
        write(
                "node_modules/levels/package.json",
                "{\"name\": \"levels\", \"main\": \"lib/main.js\", \"module\": \"index.js\"}");
        write("node_modules/levels/index.js", "import { x } from './lib/main.js'; export default x;");
        write(
                "node_modules/levels/lib/main.js",
                "const steps = require('steps'); exports.up = price => steps(price) + require('../data.json').more;");
        write("node_modules/levels/data.json", "{\"more\": 0.5}");
        write("node_modules/steps/index.js", "module.exports = price => Math.ceil(price);");
        write("strategies/Climb.js", """
                const levels = require('levels');
                module.exports = class {
                  processMarketData(price) { return { ready: true, signal: { direction: 'LONG', stopLoss: 1, takeProfit: levels.up(price) } }; }
                };
                """);
    }

    private void write(String file, String text) throws Exception {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private ScriptSource read() throws Exception {
        return ScriptReader.read(ScriptTree.on(strategies), "Climb.js");
    }

    @Test
    void theMainFileOfItsDescriptionIsRequiredAndRuns() throws Exception {
        ScriptSource source = read();
        assertEquals(
                List.of(
                        "../node_modules/levels/data.json",
                        "../node_modules/levels/lib/main.js",
                        "../node_modules/levels/package.json",
                        "../node_modules/steps/index.js",
                        "Climb.js"),
                ScriptReader.paths(source));
        assertTrue(
                source.files().containsKey("/bot/node_modules/levels/lib/main.js"),
                () -> String.valueOf(source.files().keySet()));
        Tape tape = Tape.of("2024-01-03T00:00:00Z", 1, 7);
        String signal = Replay.signals(source, "America/Chicago", new Tape(new double[0][]), tape)
                .get(0);
        assertTrue(signal.matches(".*\"takeProfit\":\\d+\\.5[,}].*"), signal);
    }

    @Test
    void whatLiesNearerIsStrongerAndPackagesBesideSeeNoneOfTheStrategies() throws Exception {
        write("strategies/node_modules/steps/index.js", "module.exports = () => -1;");
        assertTrue(ScriptReader.paths(read()).contains("../node_modules/steps/index.js"), () -> "of levels, beside it");
        write("strategies/node_modules/levels/index.js", "exports.up = require('steps');");
        assertEquals(
                List.of("Climb.js", "node_modules/levels/index.js", "node_modules/steps/index.js"),
                ScriptReader.paths(read()));
    }

    @Test
    void nothingElseOfTheHomeIsRead() throws Exception {
        write("secret.js", "module.exports = 'secret';");
        write("data/secret.js", "module.exports = 'secret';");
        Files.createDirectories(home.resolve("node_modules/linked"));
        Files.createSymbolicLink(home.resolve("node_modules/linked/index.js"), home.resolve("secret.js"));
        write("strategies/Climb.js", """
                require('../secret'); require('../../secret'); require('levels/../../secret'); require('linked');
                require('../node_modules/levels'); require('levels/../../data/secret');
                module.exports = class { processMarketData() { return null; } };
                """);
        assertEquals(List.of("Climb.js"), ScriptReader.paths(read()));
    }

    @Test
    void whatWasReadIsReadAgainFromItsCopy() throws Exception {
        ScriptSource source = read();
        Map<String, String> texts = new TreeMap<>();
        source.files().forEach((path, text) -> texts.put(ScriptReader.path(path), text));
        assertEquals(source, ScriptReader.read(ScriptTree.of(texts), "Climb.js"));
    }
}
