package futures.javascript;

import com.caoccao.javet.enums.JavetPromiseRejectEvent;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.values.V8Value;
import com.caoccao.javet.values.reference.V8ValueError;
import com.caoccao.javet.values.reference.V8ValuePromise;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Promises that failed and that nobody listened to. They end no run; they are counted and told with its result. */
final class Rejections {
    private static final int MOST_KEPT = 1_000;
    private static final int MOST_SIGNS = 300;
    private static final Pattern OWN_LINE = Pattern.compile("/bot/([^\\s()]+:\\d+:\\d+)");

    private final Map<Integer, String> unheard = new LinkedHashMap<>();
    private int more;

    /** Called by V8 when a promise fails unheard, and when somebody comes to listen after all. */
    void note(JavetPromiseRejectEvent event, V8ValuePromise promise, V8Value value) {
        try {
            if (event == JavetPromiseRejectEvent.PromiseRejectWithNoHandler) {
                if (unheard.size() < MOST_KEPT) {
                    unheard.put(promise.getIdentityHash(), described(value));
                } else {
                    more++;
                }
            } else if (event == JavetPromiseRejectEvent.PromiseHandlerAddedAfterReject
                    && unheard.remove(promise.getIdentityHash()) == null
                    && more > 0) {
                more--;
            }
        } catch (JavetException e) {
            more++;
        }
    }

    private static String described(V8Value value) throws JavetException {
        String stack = value instanceof V8ValueError error ? error.getStack() : null;
        String text =
                stack == null ? value.toString() : stack.lines().findFirst().orElse("");
        Matcher line = OWN_LINE.matcher(stack == null ? "" : stack);
        String place = line.find() ? " at " + line.group(1) : "";
        return (text.length() <= MOST_SIGNS ? text : text.substring(0, MOST_SIGNS)) + place;
    }

    int count() {
        return unheard.size() + more;
    }

    /** What the first one failed with, and where; empty when there is none. */
    String first() {
        return unheard.values().stream().findFirst().orElse("");
    }
}
