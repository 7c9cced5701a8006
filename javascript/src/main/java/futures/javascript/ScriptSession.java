package futures.javascript;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A script at work: feeds it prices and times, and hands on its signals. */
final class ScriptSession implements AutoCloseable {
    /** Rounds of answers and timers at one moment after which a script is said never to come to rest. */
    private static final int MOST_ROUNDS = 100_000;

    private final ScriptSource source;
    private final Limits limits;
    private final Isolate isolate;
    private final Consumer<ScriptSignal> signals;

    ScriptSession(ScriptSource source, Limits limits, Consumer<ScriptSignal> signals) {
        this.source = source;
        this.limits = limits;
        this.isolate = new Isolate(limits);
        this.signals = signals;
    }

    /** Makes the strategy and lets it do all that it wants to do before the first price. */
    void open(Map<String, Object> facts, double[] history, double now) {
        isolate.prepare(source, facts, history);
        after(isolate.code("open"));
        int rounds = 0;
        while (isolate.flag("due", now)) {
            after(isolate.code("fire"));
            after(Isolate.PENDING);
            if (++rounds > MOST_ROUNDS) {
                throw new ScriptFailed("the script did not come to rest before the first price: it goes on asking");
            }
        }
        after(Isolate.PENDING);
    }

    void tick(double time, double price, double volume) {
        int code = isolate.code("tick", time, price, volume);
        if (code == Isolate.TIMERS) {
            advance(time);
            code = isolate.code("tick", time, price, volume);
        }
        after(code);
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
            for (String fields = isolate.text("signal"); fields != null; fields = isolate.text("signal")) {
                signals.accept(ScriptSignal.parse(fields));
            }
        }
    }

    void position(int contracts, double price) {
        isolate.tell("position", contracts, price);
    }

    void closed(double time, boolean profit) {
        advance(time);
        after(isolate.code("closed", time, profit));
    }

    /** Ready, lines of console, pending, unclear, sample, skipped timers, history asked and answered. */
    List<String> report() {
        return List.of(isolate.text("report").split(String.valueOf(ScriptSignal.SEPARATOR), -1));
    }

    String console() {
        return isolate.text("console");
    }

    @Override
    public void close() {
        isolate.close();
    }
}
