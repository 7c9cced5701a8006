package futures.javascript;

import futures.model.BarSeries;
import futures.strategy.Parameter;
import futures.strategy.Setup;
import futures.strategy.tsx.SignalTrader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A strategy of the TSX Trading Bot: its script is fed prices, its signals are traded. Parameters that are not declared are the
 * script's own and go into its configuration.
 */
public final class TsxStrategy extends SignalTrader {
    private final ScriptSource source;
    private final ScriptRuns runs;
    private int seed;
    /** Bars to come; null when they are not known. */
    private BarSeries tape;

    private ScriptCourse course;

    public TsxStrategy(ScriptSource source, ScriptRuns runs) {
        this.source = source;
        this.runs = runs;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public String description() {
        return "Strategy of the TSX Trading Bot in JavaScript.";
    }

    /** Identity of all its files. */
    public String hash() {
        return source.hash();
    }

    @Override
    protected Parameter<?> undeclared(String name, Object value) {
        if (value instanceof Boolean on) {
            return onOff(name, on, "of the script");
        }
        if (value instanceof Number number) {
            return decimal(name, number.doubleValue(), -Double.MAX_VALUE, Double.MAX_VALUE, 1, "of the script");
        }
        if (value instanceof String words) {
            return text(name, words, "of the script");
        }
        if (value instanceof Map<?, ?> || value instanceof Iterable<?>) {
            throw new IllegalArgumentException("parameter " + name + " of " + name()
                    + " must be a number, text or true/false; write one that lies deeper as " + name + ".its_name");
        }
        return null;
    }

    @Override
    protected void start(Setup given) {
        super.start(given);
        seed = given.random().nextInt();
        runs.began(this);
    }

    @Override
    protected void open(long time) {
        double now = (double) time;
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", source.name());
        facts.put("entry", source.entry());
        facts.put("zone", zone().getId());
        facts.put("zones", ZoneTables.of(zone(), source.files().values()));
        facts.put("seed", seed);
        facts.put("start", now);
        facts.put("consoleLines", runs.limits().logLines());
        facts.put("config", config());
        facts.put("links", source.links());
        facts.put("texts", texts());
        double[] history = runs.historyOf(setup().contract().symbol());
        tape = runs.tape(setup().contract().symbol(), time);
        course = new ScriptCourse(
                heard -> {
                    ScriptSession session = new ScriptSession(source, runs.limits(), heard);
                    session.open(facts, history, now);
                    return session;
                },
                tape == null ? null : new TapePrices(tape, ticksPerBar()),
                signal -> take(signal.signal()));
    }

    private Map<String, Object> config() {
        Map<String, Object> values = new LinkedHashMap<>(values());
        for (Parameter<?> own : hostParameters()) {
            values.remove(own.name());
        }
        Map<String, Object> config = ScriptConfig.of(values);
        config.putIfAbsent("instrument", setup().contract().symbol());
        config.putIfAbsent("dollarPerPoint", setup().contract().pointValue());
        return config;
    }

    private Map<String, Object> texts() {
        Map<String, Object> texts = new LinkedHashMap<>();
        source.files().forEach((path, text) -> {
            if (path.endsWith(".json") && !path.contains("/node_modules/")) {
                texts.put(path, text);
            }
        });
        return texts;
    }

    @Override
    protected void tick(long time, double price, double volume) {
        course.price((double) time, price, volume, this::quietUntil);
    }

    /** Number of the first price to come before which the script may have to be told something. */
    private int quietUntil(int price, int most) {
        int bar = price / ticksPerBar() + 1;
        int end = Math.min(tape.size(), most / ticksPerBar() + 1);
        while (bar < end && staysOver(tape.bar(bar), tape.closeTime(bar - 1))) {
            bar++;
        }
        return bar * ticksPerBar();
    }

    @Override
    protected void position(int contracts, double price) {
        course.tell(session -> session.position(contracts, price));
    }

    @Override
    protected void closed(long time, boolean profit) {
        course.tell(session -> session.closed((double) time, profit));
    }

    /** Frees its memory. */
    void drop() {
        if (course != null) {
            course.session().close();
        }
    }

    /** Ends its run and frees its memory. */
    ScriptReport end() {
        if (course == null) {
            return new ScriptReport(name(), false, 0, 0, 0, 0, "", 0, "", 0, 0, 0, 0);
        }
        try (ScriptSession ending = course.session()) {
            List<String> facts = ending.report();
            return new ScriptReport(
                    name(),
                    Boolean.parseBoolean(facts.get(0)),
                    signals(),
                    entries(),
                    ignored(),
                    Integer.parseInt(facts.get(3)),
                    facts.get(4),
                    Integer.parseInt(facts.get(1)),
                    ending.console(),
                    Integer.parseInt(facts.get(2)),
                    Integer.parseInt(facts.get(5)),
                    Integer.parseInt(facts.get(6)),
                    Integer.parseInt(facts.get(7)));
        }
    }
}
