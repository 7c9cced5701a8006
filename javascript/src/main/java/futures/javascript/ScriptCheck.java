package futures.javascript;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at a script without running it on prices: compiles every file that belongs to it, makes the strategy as the start of a run
 * does, and asks it what it is.
 *
 * @param flaws  of its files in their order, or of the making; empty when it can be run
 * @param making the flaws are of making the strategy, which another configuration may do without
 * @param told  JSON: {@code name}, {@code version}, {@code parameters} with {@code name}, {@code standard} and {@code from},
 *              {@code keeps_all} and {@code trouble}; null with flaws
 */
public record ScriptCheck(List<ScriptFlaw> flaws, boolean making, String told) {
    private static final Pattern PLACE = Pattern.compile(" at ([^\\s:]+):(\\d+)(?::(\\d+))?$");
    /** Of the beginning of a year of which every zone knows the rules; a check has no market and no time of its own. */
    private static final double TIME = 1_704_153_600_000.0;

    public ScriptCheck {
        flaws = List.copyOf(flaws);
    }

    /**
     * @param config values of the script's configuration, by the names of parameters of a run; the contract's are added
     * @throws ScriptFailed when V8 cannot run on this machine
     */
    public static ScriptCheck of(ScriptSource source, Limits limits, Map<String, Object> config) {
        List<ScriptFlaw> broken = ScriptSyntax.flaws(source);
        if (!broken.isEmpty()) {
            return new ScriptCheck(broken, false, null);
        }
        try (Isolate isolate = new Isolate(limits, () -> source.name() + " cannot be made")) {
            try {
                isolate.prepare(
                        source,
                        facts(source, limits, config),
                        new double[0],
                        new PriceBuffer(),
                        new SignalBuffer(),
                        Isolate.CHECK);
                isolate.code("make");
                return new ScriptCheck(List.of(), false, isolate.text("verdict"));
            } catch (ScriptFailed e) {
                return new ScriptCheck(List.of(flaw(source, e.getMessage())), true, null);
            }
        }
    }

    private static Map<String, Object> facts(ScriptSource source, Limits limits, Map<String, Object> config) {
        ZoneId zone = ZoneId.of("America/Chicago");
        Map<String, Object> values = ScriptConfig.of(config);
        values.putIfAbsent("instrument", "ES");
        values.putIfAbsent("dollarPerPoint", 50);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", source.name());
        facts.put("entry", source.entry());
        facts.put("zone", zone.getId());
        facts.put("zones", ZoneTables.of(zone, source.files().values()));
        facts.put("seed", 0);
        facts.put("start", TIME);
        facts.put("consoleLines", limits.logLines());
        facts.put("consoleFile", false);
        facts.put("config", values);
        facts.put("links", source.links());
        facts.put("texts", Map.of());
        facts.put("sources", ownTexts(source));
        return facts;
    }

    /** The script's own file first, then its helpers; packages of others are left out. */
    private static List<String> ownTexts(ScriptSource source) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(source.entry(), source.files().get(source.entry()));
        source.files().forEach((path, text) -> {
            if (path.endsWith("js") && !path.contains("/node_modules/")) {
                texts.putIfAbsent(path, text);
            }
        });
        return List.copyOf(texts.values());
    }

    private static ScriptFlaw flaw(ScriptSource source, String message) {
        Matcher place = PLACE.matcher(message);
        if (!place.find()) {
            return new ScriptFlaw(ScriptSyntax.inside(source.entry()), 0, 0, null, message);
        }
        String path = "/bot/" + place.group(1);
        int line = Integer.parseInt(place.group(2));
        if (place.group(3) == null) { // where it was seen, not where something is wrong
            return new ScriptFlaw(ScriptSyntax.inside(path), line, 0, null, message);
        }
        int column = ScriptSyntax.column(source, path, line, Integer.parseInt(place.group(3)));
        return new ScriptFlaw(
                ScriptSyntax.inside(path),
                line,
                column,
                ScriptSyntax.textAt(source, path, line, column),
                message.substring(0, place.start()));
    }
}
