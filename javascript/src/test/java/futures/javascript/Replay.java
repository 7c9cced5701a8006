package futures.javascript;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs a script in V8 without an engine, as the reference does in Node: every close is a price, no position is ever held. */
final class Replay {
    static final Path RESOURCES = Path.of("src/test/resources");
    static final Limits SHORT = new Limits(Duration.ofMillis(700), 1_000, 50, 0, 0, 1 << 20);

    static {
        V8Library.allow(Path.of("target/v8"), 64);
    }

    private Replay() {}

    static ScriptSource read(String name) throws IOException {
        return ScriptReader.read(ScriptTree.on(RESOURCES), "bots/" + name);
    }

    static Map<String, Object> facts(ScriptSource source, String zone, int seed, double start) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", source.name());
        facts.put("entry", source.entry());
        facts.put("zone", zone);
        facts.put("zones", ZoneTables.of(ZoneId.of(zone), source.files().values()));
        facts.put("seed", seed);
        facts.put("start", start);
        facts.put("consoleLines", 50);
        facts.put("wholeSignals", true);
        facts.put("config", Map.of("seed", seed, "instrument", "MES"));
        facts.put("links", source.links());
        facts.put("texts", Map.of());
        return facts;
    }

    /** Its signals as JSON, in their order. */
    static List<String> signals(ScriptSource source, String zone, Tape history, Tape tape) {
        return signals(source, zone, history, tape, SHORT);
    }

    static List<String> signals(ScriptSource source, String zone, Tape history, Tape tape, Limits limits) {
        List<String> signals = new ArrayList<>();
        try (ScriptSession session = new ScriptSession(source, limits, null, signal -> signals.add(signal.json()))) {
            session.open(facts(source, zone, 42, tape.start()), history.flat(), tape.start());
            double[][] bars = tape.bars();
            for (int i = 0; i < bars.length; i++) {
                if (i > 0 && i % 50 == 0) {
                    session.closed(bars[i - 1][0], i % 100 == 0);
                }
                session.tick(bars[i][0], bars[i][4], bars[i][5]);
            }
        }
        return signals;
    }
}
