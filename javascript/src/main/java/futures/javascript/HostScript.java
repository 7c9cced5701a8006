package futures.javascript;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.values.reference.V8ValueFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Our own parts in JavaScript; each is a file that is one function. */
final class HostScript {
    private HostScript() {}

    static V8ValueFunction compile(V8Runtime runtime, String part) throws JavetException {
        return runtime.getExecutor(text(part)).setResourceName("host:" + part).execute();
    }

    private static String text(String part) {
        try (InputStream in = HostScript.class.getResourceAsStream(part + ".js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
