package futures.javascript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which scripts are given prices beyond their own signals. */
class PositionHeedTest {
    private static final String SIGNALS =
            "module.exports = class { processMarketData(price) { return { ready: true, signal: { direction: 'LONG' } }; } %s };";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "onPositionClosed() {}",
                "get onPositionClosed() { return null; }",
                "held() { return this.bot.modules.positionManagement.hasPosition(); }",
                "held() { const { positionManagement } = this.bot.modules; return positionManagement; }",
                "later() { setTimeout(() => {}, 5); }"
            })
    void whoNamesItHeedsIt(String member) {
        assertTrue(PositionHeed.possible(Scripts.of("Bot", Map.of("Bot.js", SIGNALS.formatted(member)))), member);
    }

    @Test
    void helpersCount() {
        String needs = "const held = require('./helper');" + SIGNALS.formatted("");
        assertTrue(PositionHeed.possible(Scripts.of(
                "Bot",
                Map.of("Bot.js", needs, "helper.js", "module.exports = bot => bot.modules.positionManagement;"))));
        assertFalse(PositionHeed.possible(
                Scripts.of("Bot", Map.of("Bot.js", needs, "helper.js", "module.exports = bot => bot.config;"))));
    }

    @Test
    void signalsOfManyPricesComeTogetherEachWithItsOwn() {
        assertEquals(List.of(0, 1, 2, 3, 4), heard(""));
        assertEquals(List.of(0), heard("onPositionClosed() {}"));
    }

    /** Numbers of the prices whose signals come of the first five given at once. */
    private static List<Integer> heard(String member) {
        ScriptSource source = Scripts.of("Bot", Map.of("Bot.js", SIGNALS.formatted(member)));
        List<Integer> heard = new ArrayList<>();
        try (ScriptSession session =
                new ScriptSession(source, Replay.SHORT, null, signal -> heard.add(signal.price()))) {
            session.open(Replay.facts(source, "America/Chicago", 1, 0), new double[0], 0);
            session.prices().clear(0, 5);
            for (int i = 0; i < 5; i++) {
                session.prices().add(i * 60_000.0, 5000 + i, 1);
            }
            session.give(0, 5);
        }
        return heard;
    }
}
