package futures.javascript;

import com.caoccao.javet.exceptions.JavetCompilationException;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.exceptions.JavetExecutionException;
import com.caoccao.javet.exceptions.JavetScriptingError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts into words what a script threw, and where. */
final class Failure {
    private static final Pattern OWN_LINE = Pattern.compile("/bot/([^\\s()]+:\\d+:\\d+)");

    private Failure() {}

    static ScriptFailed of(JavetException e) {
        if (e instanceof JavetExecutionException thrown) {
            return new ScriptFailed(described(thrown.getScriptingError(), thrown.getMessage()));
        }
        if (e instanceof JavetCompilationException broken) {
            return new ScriptFailed(described(broken.getScriptingError(), broken.getMessage()));
        }
        return new ScriptFailed(e.getMessage());
    }

    /** Message and place: the line that threw, or of the host's own lines the last one of the script that led there. */
    static String described(JavetScriptingError error, String message) {
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
}
