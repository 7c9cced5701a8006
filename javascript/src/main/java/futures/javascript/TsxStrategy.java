package futures.javascript;

import futures.model.BarSeries;
import futures.strategy.Parameter;
import futures.strategy.Setup;
import futures.strategy.SwitchParameter;
import futures.strategy.tsx.SignalTrader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A strategy of the TSX Trading Bot: its script is fed prices, its signals are traded. Parameters that are not declared are the
 * script's own and go into its configuration.
 */
public final class TsxStrategy extends SignalTrader {
    private final SwitchParameter consoleFile =
            onOff("console_file", false, "writes all lines of the console into a file");

    private final ScriptSource source;
    private final ScriptRuns runs;
    private int seed;
    /** Bars to come; null when they are not known. */
    private BarSeries tape;

    private Path console;
    private int historyDays;
    private double[] history;
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
        console = consoleFile.value() ? runs.consoleFile(name()) : null;
        fetch(runs.limits().historyDays());
        Map<String, Object> facts = facts(time);
        tape = runs.tape(setup().contract().symbol(), time);
        course = new ScriptCourse(
                heard -> session(facts, (double) time, heard),
                tape == null ? null : new TapePrices(tape, ticksPerBar()),
                signal -> take(signal.signal()));
    }

    private void fetch(int days) {
        historyDays = days;
        history = days == 0
                ? new double[0]
                : runs.history().bars(setup().contract().symbol(), days);
    }

    /** A script that asks for bars from further back than it was given begins anew with those. */
    private ScriptSession session(Map<String, Object> facts, double now, Consumer<ScriptSignal> heard) {
        ScriptSession session = new ScriptSession(source, runs.limits(), console, heard);
        session.open(facts, history, now);
        int asked = Math.min(session.historyDays(), runs.limits().mostDays());
        if (asked <= historyDays) {
            return session;
        }
        session.close();
        fetch(asked);
        return session(facts, now, heard);
    }

    private Map<String, Object> facts(long time) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", source.name());
        facts.put("entry", source.entry());
        facts.put("zone", zone().getId());
        facts.put("zones", ZoneTables.of(zone(), source.files().values()));
        facts.put("seed", seed);
        facts.put("start", time);
        facts.put("consoleLines", runs.limits().logLines());
        facts.put("consoleFile", console != null);
        facts.put("config", config());
        facts.put("links", source.links());
        facts.put("texts", texts());
        return facts;
    }

    private Map<String, Object> config() {
        Map<String, Object> values = new LinkedHashMap<>(values());
        for (Parameter<?> own : hostParameters()) {
            Object value = values.remove(own.name());
            if (!value.equals(own.standard())) {
                ScriptConfig.tell(own.name(), value, values);
            }
        }
        values.remove(consoleFile.name());
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
        if (staysFlat()) {
            return most;
        }
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
            return ScriptReport.none(name());
        }
        runs.took(course.nanos());
        try (ScriptSession ending = course.session()) {
            List<String> facts = ending.report();
            int lines = Integer.parseInt(facts.get(1));
            return new ScriptReport(
                    name(),
                    Boolean.parseBoolean(facts.get(0)),
                    signals(),
                    entries(),
                    ignored(),
                    Integer.parseInt(facts.get(3)),
                    facts.get(4),
                    lines,
                    ending.console(lines),
                    console == null ? "" : console.toString(),
                    Integer.parseInt(facts.get(2)),
                    ending.rejections().count(),
                    ending.rejections().first(),
                    Integer.parseInt(facts.get(5)),
                    Integer.parseInt(facts.get(6)),
                    Integer.parseInt(facts.get(7)),
                    Integer.parseInt(facts.get(8)),
                    historyDays);
        }
    }
}
