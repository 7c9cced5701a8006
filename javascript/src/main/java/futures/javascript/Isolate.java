package futures.javascript;

import com.caoccao.javet.enums.V8ValueReferenceType;
import com.caoccao.javet.exceptions.JavetCompilationException;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.exceptions.JavetTerminatedException;
import com.caoccao.javet.interop.V8Locker;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.values.reference.V8ValueFunction;
import com.caoccao.javet.values.reference.V8ValueObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A V8 with one script in it and its stand-in for the live bot, for the thread that made it. No function of Java can be reached from
 * inside.
 */
final class Isolate implements AutoCloseable {
    static final int NOTHING = 0;
    static final int PENDING = 1;
    static final int SIGNAL = 2;
    static final int TIMERS = 3;

    /** The environment of a run, part by part. */
    static final List<String> RUN = List.of("clock", "format", "console", "live", "modules", "files", "bot");

    /** The same for a check, which only makes the strategy and asks it what it is. */
    static final List<String> CHECK =
            List.of("clock", "format", "console", "live", "modules", "files", "recording", "bot", "verdict");

    /** Before the text of every file, in its first line. */
    static final String WRAPPER = "(function (exports, require, module, __filename, __dirname) { ";

    private final V8Runtime runtime;
    /** Held all the time: to take it anew for each call costs a third of the call. */
    private final V8Locker lock;

    private final Watch watch;
    private final LineSampler sampler;
    private final Limits limits;
    private final Rejections rejections = new Rejections();
    private final Map<String, V8ValueFunction> entries = new HashMap<>();
    private final List<AutoCloseable> held = new ArrayList<>();
    private volatile boolean outOfMemory;

    /** @param at the strategy and where it is, read on another thread when V8 does not end a call */
    Isolate(Limits limits, Supplier<String> at) {
        this.limits = limits;
        this.runtime = V8Library.runtime();
        this.lock = lock(runtime);
        this.watch = new Watch(
                runtime,
                limits.perCall(),
                () -> V8Library.giveUp("The strategy failed: " + at.get() + ": " + tooLong()
                        + ", and V8 could not end it; its process was ended."));
        this.sampler = new LineSampler(runtime, limits.perCall());
        runtime.setPromiseRejectCallback(rejections::note);
        runtime.setNearHeapLimitCallback((now, first) -> {
            outOfMemory = true;
            runtime.terminateExecution();
            // room enough to unwind in
            return now + now / 4;
        });
    }

    private static V8Locker lock(V8Runtime runtime) {
        try {
            return runtime.getV8Locker();
        } catch (JavetException e) {
            throw new IllegalStateException("a V8 that nobody else knows is locked", e);
        }
    }

    /**
     * Brings the environment up and takes the script in; nothing of the script runs yet.
     *
     * @param facts   what the environment is made for: zone, seed, config and the like
     * @param history {@code t o h l c v} of each bar before the run, oldest first
     * @param prices  from which {@code ticks} takes its prices
     * @param signals into which {@code signals} writes
     */
    void prepare(
            ScriptSource source,
            Map<String, Object> facts,
            double[] history,
            PriceBuffer prices,
            SignalBuffer signals) {
        prepare(source, facts, history, prices, signals, RUN);
    }

    /** @param parts {@link #RUN} or {@link #CHECK} */
    void prepare(
            ScriptSource source,
            Map<String, Object> facts,
            double[] history,
            PriceBuffer prices,
            SignalBuffer signals,
            List<String> parts) {
        call(() -> {
            V8ValueObject host = keep(runtime.getExecutor("(" + Literals.of(facts) + ")")
                    .setResourceName("host:facts")
                    .execute());
            try (var bars = runtime.createV8ValueTypedArray(V8ValueReferenceType.Float64Array, history.length)) {
                bars.fromDoubles(history);
                host.set("history", bars);
            }
            host.set("prices", keep(runtime.createV8ValueArrayBuffer(prices.memory())));
            host.set("answers", keep(runtime.createV8ValueArrayBuffer(signals.memory())));
            files(source, host);
            for (String part : parts) {
                try (V8ValueFunction function = HostScript.compile(runtime, part)) {
                    if (part.equals("bot") || part.equals("verdict")) {
                        entries(function.call(null, host));
                    } else {
                        function.callVoid(null, host);
                    }
                }
            }
            return null;
        });
    }

    private void entries(V8ValueObject object) throws JavetException {
        keep(object);
        for (String name : object.getOwnPropertyNameStrings()) {
            entries.put(name, keep(object.<V8ValueFunction>get(name)));
        }
    }

    /** Compiles every file as Node does: a function of exports, require and module that begins in the file's first line. */
    private void files(ScriptSource source, V8ValueObject host) throws JavetException {
        V8ValueObject files = keep(runtime.createV8ValueObject());
        for (Map.Entry<String, String> file : source.files().entrySet()) {
            try (V8ValueObject entry = runtime.createV8ValueObject()) {
                if (file.getKey().endsWith(".json")) {
                    entry.set("json", file.getValue());
                } else {
                    compile(file.getKey(), file.getValue(), entry);
                }
                files.set(file.getKey(), entry);
            }
        }
        host.set("files", files);
    }

    private void compile(String path, String text, V8ValueObject into) throws JavetException {
        // A first line that names an interpreter is none of the language.
        String code = text.startsWith("#!") ? "//" + text : text;
        try (V8ValueFunction function = runtime.getExecutor(WRAPPER + code + "\n})")
                .setResourceName(path)
                .execute()) {
            into.set("run", function);
        } catch (JavetCompilationException e) {
            into.set("error", Failure.described(e.getScriptingError(), e.getMessage()));
        }
    }

    private <T extends AutoCloseable> T keep(T value) {
        held.add(value);
        return value;
    }

    /** Calls an entry of the environment that answers with a number; what it leaves to do later has been done on return. */
    int code(String entry, Object... given) {
        return call(() -> entries.get(entry).callInteger(null, given));
    }

    boolean flag(String entry, Object... given) {
        return call(() -> entries.get(entry).callBoolean(null, given));
    }

    String text(String entry) {
        return call(() -> entries.get(entry).callString(null));
    }

    void tell(String entry, Object... given) {
        call(() -> {
            entries.get(entry).callVoid(null, given);
            return null;
        });
    }

    /** Something to do in V8. */
    @FunctionalInterface
    private interface Call<T> {
        T make() throws JavetException;
    }

    private <T> T call(Call<T> call) {
        try {
            sampler.renew(watch.begin());
            return call.make();
        } catch (JavetException e) {
            throw failed(e);
        } finally {
            watch.end();
        }
    }

    private ScriptFailed failed(JavetException e) {
        boolean ended = watch.endedIt() || e instanceof JavetTerminatedException;
        // for what is still to be asked of it
        runtime.cancelTerminateExecution();
        if (outOfMemory) {
            return new ScriptFailed("the script needs more memory than " + V8Library.heapMegabytes() + " MiB"
                    + seen("; when it came to the limit it was at "));
        }
        if (ended) {
            return new ScriptFailed(tooLong() + ": a loop without end?" + seen(" It was at "));
        }
        return Failure.of(e);
    }

    private String tooLong() {
        return "the script did not come back from one call within "
                + limits.perCall().toMillis() / 1000.0 + " s";
    }

    Rejections rejections() {
        return rejections;
    }

    /** Where the script was of late; empty when that is not known. */
    String seen(String before) {
        String place = sampler.place();
        return place.isEmpty() ? "" : before + place;
    }

    @Override
    public void close() {
        watch.close();
        try {
            for (AutoCloseable one : held) {
                one.close();
            }
            sampler.close();
            lock.close();
            runtime.close(true);
        } catch (Exception e) {
            throw new IllegalStateException("V8 could not be closed", e);
        }
    }
}
