package futures.javascript;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a script and everything that it requires by a name that is written out: relative files, and packages in a
 * {@code node_modules} beside it or above it, up to the one beside the strategies directory. Once read, a script needs the disk no more.
 */
public final class ScriptReader {
    /** Where a script sees the strategies directory. */
    public static final String HOME = "/bot/strategies/";
    /** Where it sees the directory above. */
    private static final String OUTSIDE = "/bot/";

    private static final String ABOVE = "..";
    private static final Pattern REQUIRE = Pattern.compile("\\brequire\\s*\\(\\s*(['\"])([^'\"\\n]+)\\1\\s*\\)");
    private static final Pattern MAIN = Pattern.compile("\"main\"\\s*:\\s*\"([^\"]+)\"");
    private static final List<String> ENDINGS = List.of("", ".js", ".cjs", ".json");
    private static final int MOST_FILES = 2_000;

    private final ScriptTree tree;
    private final SortedMap<String, String> files = new TreeMap<>();
    private final Map<String, Map<String, String>> links = new HashMap<>();
    private final Deque<String> waiting = new ArrayDeque<>();

    private ScriptReader(ScriptTree tree) {
        this.tree = tree;
    }

    /**
     * @param entry a file, or a folder with {@code index.js} or a {@code package.json} that names its main file
     * @throws IOException when a file cannot be read, or there are too many
     */
    public static ScriptSource read(ScriptTree tree, String entry) throws IOException {
        ScriptReader reader = new ScriptReader(tree);
        String file = reader.existing(entry);
        if (file == null) {
            throw new IOException("there is neither a file " + entry + " nor, if it is a folder, an index.js or a"
                    + " package.json with main in it");
        }
        reader.waiting.add(file);
        while (!reader.waiting.isEmpty()) {
            reader.follow(reader.waiting.remove());
        }
        SortedMap<String, String> seen = new TreeMap<>();
        reader.files.forEach((path, text) -> seen.put(seenAs(path), text));
        return new ScriptSource(name(entry), seenAs(file), seen, reader.links);
    }

    /** Of the strategy that an entry is. */
    public static String name(String entry) {
        return entry.substring(entry.lastIndexOf('/') + 1).replaceFirst("\\.c?js$", "");
    }

    /** Paths of all its files in its tree. */
    public static List<String> paths(ScriptSource source) {
        return source.files().keySet().stream().map(ScriptReader::path).toList();
    }

    /** Path in the tree of a file that a script sees. */
    public static String path(String seen) {
        return seen.startsWith(HOME) ? seen.substring(HOME.length()) : ABOVE + seen.substring(OUTSIDE.length() - 1);
    }

    private static String seenAs(String path) {
        return path.startsWith(ScriptTree.BESIDE) ? OUTSIDE + path.substring(ABOVE.length() + 1) : HOME + path;
    }

    private void follow(String file) throws IOException {
        if (files.containsKey(file)) {
            return;
        }
        if (files.size() >= MOST_FILES) {
            throw new IOException("the script requires more than " + MOST_FILES + " files; the last one was " + file);
        }
        String text = tree.text(file);
        files.put(file, text);
        if (file.endsWith(".json")) {
            return;
        }
        Map<String, String> own = new LinkedHashMap<>();
        Matcher found = REQUIRE.matcher(text);
        while (found.find()) {
            String required = resolve(folder(file), found.group(2));
            if (required != null) {
                own.put(found.group(2), seenAs(required));
                waiting.add(required);
            }
        }
        if (!own.isEmpty()) {
            links.put(seenAs(file), Map.copyOf(own));
        }
    }

    /** Null when there is no such file: a module of Node's own, or one that the script tries and can do without. */
    private String resolve(String from, String name) throws IOException {
        if (name.startsWith(".")) {
            String path = normal(from + "/" + name);
            return path == null ? null : existing(path);
        }
        for (String folder = from; ; folder = folder.isEmpty() ? ABOVE : folder(folder)) {
            String path = normal(folder + "/node_modules/" + name);
            String found = path == null ? null : existing(path);
            if (found != null || folder.equals(ABOVE)) {
                return found;
            }
        }
    }

    /** A file as it is written or with its ending left out, or the main file of a folder. */
    private String existing(String path) throws IOException {
        for (String ending : ENDINGS) {
            if (tree.isFile(path + ending)) {
                return path + ending;
            }
        }
        String description = path + "/package.json";
        if (tree.isFile(description)) {
            // it decides what is found, so it belongs to what the script is made of
            String text = tree.text(description);
            files.put(description, text);
            Matcher main = MAIN.matcher(text);
            String found = main.find() ? mainFile(normal(path + "/" + main.group(1))) : null;
            if (found != null) {
                return found;
            }
        }
        return tree.isFile(path + "/index.js") ? path + "/index.js" : null;
    }

    private String mainFile(String path) throws IOException {
        for (String ending : List.of("", ".js", ".json", "/index.js")) {
            if (path != null && tree.isFile(path + ending)) {
                return path + ending;
            }
        }
        return null;
    }

    private static String folder(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    /** Without {@code .} and {@code ..}; null when it leads out of the tree, or out of the packages beside it. */
    private static String normal(String path) {
        if (path.startsWith(ScriptTree.BESIDE)) {
            String inside = normal(path.substring(ScriptTree.BESIDE.length()));
            return inside == null ? null : ScriptTree.BESIDE + inside;
        }
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return null;
                }
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
