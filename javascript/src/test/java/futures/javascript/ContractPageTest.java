package futures.javascript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a script can reach of the bot, and what the host reads of a signal, stands on the page of the contract. */
class ContractPageTest {
    private static Set<String> named() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "tsx-contract.md"));
        return words("`([^`\\n]+)`", page.substring(0, page.indexOf("## One strategy, twice")))
                .flatMap(code -> Arrays.stream(code.split("\\W+")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> words(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    @Test
    void everyMemberOfTheBotIsNamed() throws Exception {
        ScriptSource source = ScriptSource.of("Surface", """
                const names = new Set();
                const walk = of => Object.getOwnPropertyNames(of).forEach(name => {
                  names.add(name);
                  const inner = of[name];
                  if (inner && typeof inner === 'object' && !['eventBus', 'logger', 'config', 'strategy'].includes(name)) walk(inner);
                });
                module.exports = class {
                  constructor(config, bot) { this.bot = bot; }
                  processMarketData() { walk(this.bot); return { ready: true, signal: { direction: 'LONG', names: [...names] } }; }
                };""");
        String signal = Replay.signals(
                        source, "America/Chicago", new Tape(new double[0][]), Tape.of("2024-01-03T00:00:00Z", 1, 7))
                .get(0);
        Set<String> surface = words("\"(\\w+)\"", signal.substring(signal.indexOf("\"names\":") + 8))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(surface.size() > 30 && surface.contains("getQuietModeStatus"), surface::toString);
        surface.removeAll(named());
        assertEquals(Set.of(), surface);
    }

    @Test
    void everyFieldThatIsReadIsNamed() throws Exception {
        try (var bot = Isolate.class.getResourceAsStream("bot.js")) {
            String text = new String(bot.readAllBytes(), StandardCharsets.UTF_8);
            Set<String> read =
                    words("\\b(?:signal|answer)\\.(\\w+)", text).collect(Collectors.toCollection(TreeSet::new));
            assertTrue(read.size() > 10 && read.contains("closeType"), read::toString);
            words("\\bstrategy\\.(\\w+)\\(", text).forEach(read::add); // what is called
            read.removeAll(named());
            assertEquals(Set.of(), read);
        }
    }
}
