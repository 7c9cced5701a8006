package futures.javascript;

import com.caoccao.javet.exceptions.JavetCompilationException;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.exceptions.JavetExecutionException;
import com.caoccao.javet.exceptions.JavetScriptingError;
import com.caoccao.javet.interop.V8Runtime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the language itself says against the files of a script; none of them is run. */
final class ScriptSyntax {
    private static final int LONGEST_TEXT = 80;
    private static final Pattern WORD = Pattern.compile("[\\w$.]+|\\S");

    private ScriptSyntax() {}

    /** At most one for each file, for what comes behind the first is guesswork. */
    static List<ScriptFlaw> flaws(ScriptSource source) {
        List<ScriptFlaw> flaws = new ArrayList<>();
        try (V8Runtime runtime = V8Library.runtime()) {
            for (Map.Entry<String, String> file : source.files().entrySet()) {
                look(runtime, source, file.getKey(), file.getValue(), flaws);
            }
        } catch (JavetException e) {
            throw new ScriptFailed("V8 failed: " + e.getMessage());
        }
        return flaws;
    }

    private static void look(V8Runtime runtime, ScriptSource source, String path, String text, List<ScriptFlaw> flaws)
            throws JavetException {
        if (path.endsWith(".json")) {
            String trouble = json(runtime, text);
            if (trouble != null) {
                // Where the same text is no JavaScript either is where it is no JSON.
                ScriptFlaw place = compiled(runtime, source, path, "(", text);
                flaws.add(
                        place == null
                                ? new ScriptFlaw(inside(path), 0, 0, null, trouble)
                                : new ScriptFlaw(place.file(), place.line(), place.column(), place.text(), trouble));
            }
            return;
        }
        ScriptFlaw flaw = compiled(runtime, source, path, Isolate.WRAPPER, text.startsWith("#!") ? "//" + text : text);
        if (flaw != null) {
            flaws.add(flaw);
        }
    }

    /** Null when there is nothing against it. */
    private static ScriptFlaw compiled(V8Runtime runtime, ScriptSource source, String path, String before, String text)
            throws JavetException {
        String after = before.equals("(") ? "\n)" : "\n})";
        try {
            runtime.getExecutor(before + text + after)
                    .setResourceName(path)
                    .compileV8Script()
                    .close();
            return null;
        } catch (JavetCompilationException e) {
            JavetScriptingError error = e.getScriptingError();
            int line = Math.max(1, error.getLineNumber());
            int lines = (int) Math.max(1, text.lines().count());
            if (line > lines) { // it fails at what we put behind it
                int end = line(source, path, lines).length() + 1;
                return new ScriptFlaw(
                        inside(path), lines, end, null, "Unexpected end of the file: something is not closed");
            }
            int given = error.getStartColumn() + 1;
            int column = line == 1 ? Math.max(1, given - before.length()) : given;
            return new ScriptFlaw(
                    inside(path), line, column, textAt(source, path, line, column), words(error, e.getMessage()));
        }
    }

    private static String words(JavetScriptingError error, String message) {
        String said = error.getMessage() == null ? message : error.getMessage();
        return said.startsWith("Error: ") ? said.substring("Error: ".length()) : said;
    }

    private static String json(V8Runtime runtime, String text) throws JavetException {
        try {
            runtime.getExecutor("JSON.parse(" + Literals.of(text) + ")").executeVoid();
            return null;
        } catch (JavetExecutionException e) {
            String said = e.getScriptingError().getDetailedMessage();
            return said == null ? e.getMessage() : said;
        }
    }

    /** How the strategies directory knows a file that the script sees under {@code /bot/strategies/}. */
    static String inside(String path) {
        return path.startsWith(ScriptReader.HOME) ? path.substring(ScriptReader.HOME.length()) : path;
    }

    /** A column of the file, given one of the text that V8 was handed, whose first line has something before it. */
    static int column(ScriptSource source, String path, int line, int column) {
        String text = line(source, path, line);
        return line == 1 && column > text.length() + 1
                ? Math.max(1, column - Isolate.WRAPPER.length())
                : Math.max(1, column);
    }

    /** The word that begins at a place; null when nothing does. */
    static String textAt(ScriptSource source, String path, int line, int column) {
        String text = line(source, path, line);
        if (column < 1 || column > text.length()) {
            return null;
        }
        Matcher word = WORD.matcher(text.substring(column - 1));
        String found = word.find() ? word.group() : null;
        return found == null || found.length() <= LONGEST_TEXT ? found : found.substring(0, LONGEST_TEXT);
    }

    private static String line(ScriptSource source, String path, int line) {
        String text = source.files().getOrDefault(path, "");
        return text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("");
    }
}
