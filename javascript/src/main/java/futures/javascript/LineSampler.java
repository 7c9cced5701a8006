package futures.javascript;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.IV8InspectorListener;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Inspector;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.options.V8RuntimeOptions;
import com.caoccao.javet.values.reference.V8ValueFunction;
import java.time.Duration;

/**
 * Knows in which line a script is that does not come back: V8's sampling profiler looks from a thread of its own, whatever the
 * script does, regular expressions and built-in functions included. A script that is ended leaves no stack that could be asked.
 *
 * <p>A profile is begun anew now and then, so that most of what it saw is of the call that goes on; the next one begins before the
 * last one ends, for V8 would otherwise note every function again.
 */
final class LineSampler implements AutoCloseable {
    private static final int EVERY_MICROS = 5_000;
    private static final int PROFILES_PER_CALL = 10;
    private static final String NAMES = "ab";

    private final V8Runtime runtime;
    private final long longest;
    private final V8Inspector inspector;
    private final V8ValueFunction begin;
    private final V8ValueFunction end;
    private int current;
    private long begun = System.nanoTime();
    private volatile String last = "";

    /** @param perCall longest that a call may take */
    LineSampler(V8Runtime runtime, Duration perCall) {
        this.runtime = runtime;
        this.longest = perCall.toNanos() / PROFILES_PER_CALL;
        try {
            inspector = runtime.createV8Inspector("sampler");
            inspector.addListeners(new Listener());
            inspector.sendRequest("{\"id\":1,\"method\":\"Profiler.enable\"}");
            inspector.sendRequest("{\"id\":2,\"method\":\"Profiler.setSamplingInterval\",\"params\":{\"interval\":"
                    + EVERY_MICROS + "}}");
            // V8 asks for a stack when a profile is begun or ended, so it has to be done by a script.
            begin = runtime.getExecutor("(console => name => console.profile(name))(console)")
                    .execute();
            end = runtime.getExecutor("(console => name => console.profileEnd(name))(console)")
                    .execute();
            begin.callVoid(null, name());
        } catch (JavetException e) {
            throw new IllegalStateException("V8 does not take samples", e);
        }
    }

    private String name() {
        return NAMES.substring(current, current + 1);
    }

    /** @param now by {@link System#nanoTime()} */
    void renew(long now) throws JavetException {
        if (now - begun > longest) {
            begun = now;
            String before = name();
            current = 1 - current;
            begin.callVoid(null, name());
            end.callVoid(null, before);
        }
    }

    /** {@code strategies/MyStrategy.js:12 in average, called by processMarketData}; empty when no line of the script was seen. */
    String place() {
        String before = last;
        try (V8Runtime fresh = V8Host.getV8Instance().createV8Runtime(new V8RuntimeOptions());
                V8ValueFunction place = HostScript.compile(fresh, "place")) {
            // what it reads is text, in an isolate that the script has never seen
            end.callVoid(null, name());
            begin.callVoid(null, name());
            String found = place.callString(null, last);
            return found.isEmpty() && !before.isEmpty() ? place.callString(null, before) : found;
        } catch (JavetException e) {
            return "";
        }
    }

    @Override
    public void close() throws JavetException {
        begin.close();
        end.close();
        inspector.sendRequest("{\"id\":3,\"method\":\"Profiler.disable\"}");
        // V8 does not survive an inspector that is closed after its runtime
        inspector.close();
        assert !runtime.isClosed();
    }

    private final class Listener implements IV8InspectorListener {
        @Override
        public void flushProtocolNotifications() {}

        @Override
        public void receiveNotification(String message) {
            if (message.startsWith("{\"method\":\"Profiler.consoleProfileFinished\"")) {
                last = message;
            }
        }

        @Override
        public void receiveResponse(String message) {}

        @Override
        public void runIfWaitingForDebugger(int contextGroup) {}

        @Override
        public void sendRequest(String message) {}
    }
}
