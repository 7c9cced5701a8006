package futures.javascript;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.values.reference.V8ValueArray;
import com.caoccao.javet.values.reference.V8ValueFunction;
import com.caoccao.javet.values.reference.V8ValueObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Whether a script may leave promises at work when the answer to a price has come. One that cannot is given its next price as soon as
 * the last one's answer is there; with another one, V8 first has to do all that it left to be done, which takes a call for each price.
 */
final class UnattendedPromises {
    /** Words without which a script has no promises at all. */
    private static final Pattern WAITS = Pattern.compile(
            "\\b(?:async|await|Promise|queueMicrotask|nextTick|fromAsync|eval)\\b|\\.\\s*then\\b|\\b(?:then|import|Function)\\s*\\(");

    private static final String PARSER = "/META-INF/resources/webjars/acorn/8.15.0/dist/acorn.js";
    /** More text than that takes longer to read than a call for each price costs in a year. */
    private static final int MOST_SIGNS = 500_000;

    /** By the script's hash: runs of a sweep are all of the same one. */
    private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

    private UnattendedPromises() {}

    /** True where it is not certain. */
    static boolean possible(ScriptSource source) {
        List<String> texts = source.files().entrySet().stream()
                .filter(file -> !file.getKey().endsWith(".json"))
                .map(Map.Entry::getValue)
                .toList();
        if (texts.stream().noneMatch(text -> WAITS.matcher(text).find())) {
            return false;
        }
        return texts.stream().mapToInt(String::length).sum() > MOST_SIGNS
                || KNOWN.computeIfAbsent(source.hash(), hash -> looked(texts));
    }

    /** In a V8 of its own, in which nothing of the script runs. */
    private static boolean looked(List<String> texts) {
        try (V8Runtime runtime = V8Library.runtime();
                V8ValueFunction look = HostScript.compile(runtime, "unattended");
                V8ValueArray all = runtime.createV8ValueArray()) {
            runtime.getExecutor(parser()).setResourceName("host:acorn").executeVoid();
            for (String text : texts) {
                all.push(text);
            }
            try (V8ValueObject acorn = runtime.getGlobalObject().get("acorn")) {
                return look.callBoolean(null, acorn, all);
            }
        } catch (JavetException e) {
            return true; // so deep that it cannot be walked
        }
    }

    private static String parser() {
        try (InputStream in = UnattendedPromises.class.getResourceAsStream(PARSER)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
