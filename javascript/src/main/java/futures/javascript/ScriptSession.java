package futures.javascript;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A script at work: feeds it prices and times, and hands on its signals. */
final class ScriptSession implements AutoCloseable {
    /** Rounds of answers and timers at one moment after which a script is said never to come to rest. */
    private static final int MOST_ROUNDS = 100_000;

    private static final int LAST_ROUNDS = 10_000;

    private final ScriptSource source;
    private final Limits limits;
    private final Isolate isolate;
    private final Consumer<ScriptSignal> signals;
    private final PriceBuffer prices = new PriceBuffer();
    private final SignalBuffer heard = new SignalBuffer();
    private final ConsoleFile file;
    private boolean oneByOne;
    /** Signals so far. */
    private int count;

    private boolean heedless;

    /** @param console file for all its lines, which is begun anew; null for none */
    ScriptSession(ScriptSource source, Limits limits, Path console, Consumer<ScriptSignal> signals) {
        this.source = source;
        this.limits = limits;
        this.file = console == null ? null : new ConsoleFile(console, limits.consoleBytes());
        this.isolate = new Isolate(limits, this::at);
        this.signals = signals;
    }

    /** Makes the strategy and lets it do all that it wants to do before the first price. */
    void open(Map<String, Object> facts, double[] history, double now) {
        Map<String, Object> all = new LinkedHashMap<>(facts);
        oneByOne = UnattendedPromises.possible(source);
        all.put("oneByOne", oneByOne);
        heedless = !PositionHeed.possible(source);
        all.put("heedless", heedless);
        isolate.prepare(source, all, history, prices, heard);
        after(isolate.code("open"));
        int rounds = 0;
        while (isolate.flag("due", now)) {
            after(isolate.code("fire"));
            after(Isolate.PENDING);
            if (++rounds == MOST_ROUNDS) {
                isolate.tell("restless");
            }
            if (rounds > MOST_ROUNDS + LAST_ROUNDS) {
                throw new ScriptFailed("the script does not come to rest before the first price: it goes on asking"
                        + isolate.seen(". It was at "));
            }
        }
        after(Isolate.PENDING);
    }

    private String at() {
        return "strategy " + source.name() + " failed "
                + (prices.filled() == 0
                        ? "before its first price"
                        : "at the price of " + Instant.ofEpochMilli((long) prices.time(prices.reached())));
    }

    void tick(double time, double price, double volume) {
        prices.clear(0, 1);
        prices.add(time, price, volume);
        for (int at = 0; at < 1; at = give(at, 1)) {
            // a timer that signals comes between
        }
    }

    /** What {@link #give} gives from. */
    PriceBuffer prices() {
        return prices;
    }

    /**
     * Gives prices by number until all of them are given or signals came; what a price leaves to do later is done before the next. A
     * script that seems not to heed its position is given prices beyond its signals.
     *
     * @return number of the first that was not given
     */
    int give(int from, int to) {
        try {
            return given(from, to);
        } catch (ScriptFailed e) {
            lastWords();
            throw e;
        }
    }

    /** What it wrote last is what tells why it failed. */
    private void lastWords() {
        try {
            fetchConsole();
        } catch (ScriptFailed e) {
            file.write("(further lines went with the script)\n");
        }
    }

    private int given(int from, int to) {
        int before = count;
        int at = from;
        do {
            prices.range(at, to);
            int code = isolate.code("ticks");
            at = prices.reached();
            fetchConsole();
            if (code == Isolate.TIMERS) {
                advance(prices.time(at));
                after(Isolate.PENDING);
            } else if (code == Isolate.SIGNAL || (code == Isolate.PENDING && (at == to || !oneByOne))) {
                after(code);
            }
        } while (at < to && count == before);
        return at;
    }

    /** Whether signals of prices to come may be among those that it hands on, for the script seems not to heed its position. */
    boolean heedless() {
        return heedless;
    }

    /** Whether it does all the same: it asked for its position, wants to be told that a trade has ended, or has timers. */
    boolean heeds() {
        return isolate.flag("heeds");
    }

    /** Fires what is due until a moment. */
    private void advance(double time) {
        int fired = 0;
        while (isolate.flag("due", time)) {
            if (++fired > limits.timers()) {
                isolate.code("skip", time);
                return;
            }
            after(isolate.code("fire"));
        }
    }

    private void after(int code) {
        int now = code;
        if (now == Isolate.PENDING) {
            now = isolate.code("settle");
        }
        if (now == Isolate.SIGNAL) {
            do {
                for (ScriptSignal signal : heard.read(isolate.text("signals"))) {
                    count++;
                    signals.accept(signal);
                }
            } while (heard.full());
        }
    }

    void position(int contracts, double price) {
        prices.position(contracts, price);
    }

    void closed(double time, boolean profit) {
        int code = isolate.code("closed", time, profit);
        if (code == Isolate.TIMERS) {
            advance(time);
            code = isolate.code("closed", time, profit);
        }
        after(code);
    }

    /** How many days before the run its requests reached back; 0 when none named that. */
    int historyDays() {
        return Integer.parseInt(isolate.text("historyDays"));
    }

    /** Ready, lines of console, pending, unclear, sample, skipped timers, history asked, answered and short. */
    List<String> report() {
        return List.of(isolate.text("report").split(String.valueOf(SignalBuffer.SEPARATOR), -1));
    }

    List<ConsoleLine> console(int written) {
        return ConsoleLine.parse(isolate.text("console"), written);
    }

    Rejections rejections() {
        return isolate.rejections();
    }

    private void fetchConsole() {
        if (file != null) {
            file.write(isolate.text("unread"));
        }
    }

    @Override
    public void close() {
        if (file != null) {
            fetchConsole();
            file.close();
        }
        isolate.close();
    }
}
