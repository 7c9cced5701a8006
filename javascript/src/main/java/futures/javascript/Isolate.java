package futures.javascript;

import com.caoccao.javet.enums.V8ValueReferenceType;
import com.caoccao.javet.exceptions.JavetCompilationException;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.exceptions.JavetExecutionException;
import com.caoccao.javet.exceptions.JavetScriptingError;
import com.caoccao.javet.exceptions.JavetTerminatedException;
import com.caoccao.javet.interop.V8Locker;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.values.reference.V8ValueFunction;
import com.caoccao.javet.values.reference.V8ValueObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A V8 with one script in it and its stand-in for the live bot, for the thread that made it. No function of Java can be reached from
 * inside.
 */
final class Isolate implements AutoCloseable {
    static final int NOTHING = 0;
    static final int PENDING = 1;
    static final int SIGNAL = 2;
    static final int TIMERS = 3;

    private static final List<String> HOST = List.of("clock", "format", "console", "live", "modules", "files", "bot");

    private static final Pattern OWN_LINE = Pattern.compile("/bot/([^\\s()]+:\\d+:\\d+)");

    private final V8Runtime runtime;
    /** Held all the time: to take it anew for each call costs a third of the call. */
    private final V8Locker lock;

    private final Watch watch;
    private final Limits limits;
    private final Map<String, V8ValueFunction> entries = new HashMap<>();
    private final List<AutoCloseable> held = new ArrayList<>();
    private volatile boolean outOfMemory;

    Isolate(Limits limits) {
        this.limits = limits;
        this.runtime = V8Library.runtime();
        this.lock = lock(runtime);
        this.watch = new Watch(runtime, limits.perCall());
        // A promise that fails unheard is the script's own affair, as in a bot that listens for unhandledRejection.
        runtime.setPromiseRejectCallback((event, promise, value) -> {});
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
     */
    void prepare(ScriptSource source, Map<String, Object> facts, double[] history, PriceBuffer prices) {
        watch.begin();
        try {
            V8ValueObject host = keep(runtime.getExecutor("(" + Literals.of(facts) + ")")
                    .setResourceName("host:facts")
                    .execute());
            try (var bars = runtime.createV8ValueTypedArray(V8ValueReferenceType.Float64Array, history.length)) {
                bars.fromDoubles(history);
                host.set("history", bars);
            }
            host.set("prices", keep(runtime.createV8ValueArrayBuffer(prices.memory())));
            files(source, host);
            for (String part : HOST) {
                try (V8ValueFunction function = runtime.getExecutor(resource(part))
                        .setResourceName("host:" + part)
                        .execute()) {
                    if (part.equals("bot")) {
                        entries(function.call(null, host));
                    } else {
                        function.callVoid(null, host);
                    }
                }
            }
        } catch (JavetException e) {
            throw failed(e);
        } finally {
            watch.end();
        }
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
        try (V8ValueFunction function = runtime.getExecutor(
                        "(function (exports, require, module, __filename, __dirname) { " + code + "\n})")
                .setResourceName(path)
                .execute()) {
            into.set("run", function);
        } catch (JavetCompilationException e) {
            into.set("error", described(e.getScriptingError(), e.getMessage()));
        }
    }

    private static String resource(String part) {
        try (InputStream in = Isolate.class.getResourceAsStream(part + ".js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T extends AutoCloseable> T keep(T value) {
        held.add(value);
        return value;
    }

    /** Calls an entry of the environment that answers with a number; what it leaves to do later has been done on return. */
    int code(String entry, Object... given) {
        watch.begin();
        try {
            return entries.get(entry).callInteger(null, given);
        } catch (JavetException e) {
            throw failed(e);
        } finally {
            watch.end();
        }
    }

    boolean flag(String entry, Object... given) {
        watch.begin();
        try {
            return entries.get(entry).callBoolean(null, given);
        } catch (JavetException e) {
            throw failed(e);
        } finally {
            watch.end();
        }
    }

    String text(String entry) {
        watch.begin();
        try {
            return entries.get(entry).callString(null);
        } catch (JavetException e) {
            throw failed(e);
        } finally {
            watch.end();
        }
    }

    void tell(String entry, Object... given) {
        watch.begin();
        try {
            entries.get(entry).callVoid(null, given);
        } catch (JavetException e) {
            throw failed(e);
        } finally {
            watch.end();
        }
    }

    private ScriptFailed failed(JavetException e) {
        if (outOfMemory) {
            return new ScriptFailed("the script needs more memory than " + V8Library.heapMegabytes() + " MiB");
        }
        if (watch.ended() || e instanceof JavetTerminatedException) {
            return new ScriptFailed("the script did not come back from one call within "
                    + limits.perCall().toMillis() / 1000.0 + " s: a loop without end?");
        }
        if (e instanceof JavetExecutionException thrown) {
            return new ScriptFailed(described(thrown.getScriptingError(), thrown.getMessage()));
        }
        if (e instanceof JavetCompilationException broken) {
            return new ScriptFailed(described(broken.getScriptingError(), broken.getMessage()));
        }
        return new ScriptFailed(e.getMessage());
    }

    /** Message and place: the line that threw, or of the host's own lines the last one of the script that led there. */
    private static String described(JavetScriptingError error, String message) {
        String place = place(error);
        String thrown = error.getContext() == null ? message : String.valueOf(error.getContext());
        String what = error.getDetailedMessage() == null ? thrown : error.getDetailedMessage();
        return what + (place.isEmpty() ? "" : " at " + place);
    }

    private static String place(JavetScriptingError error) {
        Matcher line = OWN_LINE.matcher(error.getStack() == null ? "" : error.getStack());
        if (line.find()) {
            return line.group(1);
        }
        String resource = error.getResourceName();
        return resource != null && resource.startsWith("/bot/")
                ? resource.substring("/bot/".length()) + ":" + error.getLineNumber() + ":"
                        + (error.getStartColumn() + 1)
                : "";
    }

    @Override
    public void close() {
        watch.close();
        try {
            for (AutoCloseable one : held) {
                one.close();
            }
            lock.close();
            runtime.close(true);
        } catch (Exception e) {
            throw new IllegalStateException("V8 could not be closed", e);
        }
    }
}
